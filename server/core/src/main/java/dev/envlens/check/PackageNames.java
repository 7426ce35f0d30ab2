package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/** Which package a conda dependency is about, even where the rest of it is wrong or unknown. */
final class PackageNames {

  static final String PYTHON = "python";
  static final String PIP = "pip";

  private PackageNames() {}

  /** The dependencies on {@code name}, well formed or not; placeholders aren't among them. */
  static Stream<CondaPackage> named(CondaFile file, String name) {
    return file.packages().filter(found -> is(found, name));
  }

  static boolean is(CondaPackage found, String name) {
    return found.spec() instanceof Parsed.Ok<MatchSpec> ok
        ? is(ok.value(), name)
        : beginning(found.text().text()).equalsIgnoreCase(name);
  }

  static boolean is(MatchSpec spec, String name) {
    return spec.name().text().equalsIgnoreCase(name);
  }

  /** Whether {@code file} has, or may have once its placeholders are filled in, {@code name}. */
  static boolean mayHave(CondaFile file, String name) {
    return file.dependencies().stream()
        .anyMatch(
            dependency ->
                dependency instanceof CondaPackage found
                    ? is(found, name)
                    : dependency instanceof Dependency.Unknown unknown && mayBe(unknown, name));
  }

  private static boolean mayBe(Dependency.Unknown unknown, String name) {
    if (!(unknown.item().value() instanceof Scalar scalar)) {
      return false;
    }
    String beginning = beginning(scalar.text());
    int end = scalar.text().indexOf(beginning) + beginning.length();
    boolean goesOn = end < scalar.text().length() && "${<".indexOf(scalar.text().charAt(end)) >= 0;
    return beginning.equalsIgnoreCase(name) || goesOn;
  }

  /** What stands where a name does, behind a channel. */
  private static String beginning(String text) {
    int channel = text.indexOf("::");
    int start = channel < 0 ? 0 : channel + 2;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    int end = start;
    while (end < text.length() && isInName(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isInName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }

  /** Whether the name stands for a feature of the machine, such as {@code __cuda}. */
  static boolean isVirtual(MatchSpec spec) {
    return spec.name().text().startsWith("__");
  }

  /** Whether the name is one package's, not a pattern that may fit several. */
  static boolean isSingle(MatchSpec spec) {
    String name = spec.name().text();
    return name.indexOf('*') < 0 && !name.startsWith("^");
  }
}
