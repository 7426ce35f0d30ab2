package dev.envlens.feature;

import dev.envlens.conda.PackageName;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The versions that a constraints file of pip's ({@code -c}) pins. */
final class ConstraintsFile {

  private ConstraintsFile() {}

  /**
   * @param name the file's, for the source
   */
  static Resolutions read(String name, String text) {
    Map<String, String> versions = new HashMap<>();
    for (var entry : RequirementsFile.parse(text).entries()) {
      if (entry.line() instanceof Parsed.Ok<RequirementLine> ok
          && ok.value() instanceof RequirementLine.Named named
          && named.requirement().specifiers().pinning().level() == Pinning.Level.EXACT
          && named.requirement().specifiers().all().size() == 1
          && named.requirement().marker().isEmpty()) {
        versions.putIfAbsent(
            named.requirement().packageName().key(),
            named.requirement().specifiers().all().get(0).operand().text());
      }
    }
    return (wanted, installer) -> find(versions, name, wanted, installer);
  }

  private static Optional<Resolutions.Resolution> find(
      Map<String, String> versions, String source, PackageName wanted, Installer installer) {
    return installer == Installer.PIP
        ? Optional.ofNullable(versions.get(wanted.key()))
            .map(version -> new Resolutions.Resolution(version, source))
        : Optional.empty();
  }
}
