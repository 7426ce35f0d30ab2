package dev.envlens.check;

import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Requirement;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;

/** Edits of a dependency's text that give it one exact version. */
public final class PinEdits {

  private PinEdits() {}

  /**
   * The version of a package that conda installs, in place of what is written.
   *
   * @param text the dependency's, which {@code spec} was read from
   */
  public static TextEdit conda(MatchSpec spec, String text, String version) {
    int end = spec.name().range().end();
    if (spec.version().isEmpty()) {
      return TextEdit.insert(end, operator(spec.name().text(), version) + version);
    }
    var written = spec.version().get().range();
    int bracket = text.indexOf('[', end);
    return bracket >= 0 && bracket < written.start()
        ? TextEdit.replace(written, "==" + version)
        : TextEdit.replace(
            new TextRange(end, written.end()), operator(spec.name().text(), version) + version);
  }

  /** conda's {@code =}, unless it leaves the version as open as {@code =1.2} does. */
  public static String operator(String name, String version) {
    return MatchSpec.parse(name + "=" + version).ok().filter(MatchSpec::isLoose).isPresent()
        ? "=="
        : "=";
  }

  /**
   * The version of a package that pip installs, in place of what is written.
   *
   * @param text the line's, which {@code requirement} was read from
   */
  public static TextEdit pip(Requirement requirement, String text, String version) {
    String pin = "==" + version;
    return requirement
        .version()
        .map(written -> TextEdit.replace(written, pin))
        .orElseGet(() -> TextEdit.insert(endOfName(requirement, text), pin));
  }

  /** Behind the name and its extras. */
  private static int endOfName(Requirement requirement, String text) {
    int end = requirement.name().range().end();
    int last = requirement.extras().size() - 1;
    return last < 0 ? end : text.indexOf(']', requirement.extras().get(last).range().end()) + 1;
  }
}
