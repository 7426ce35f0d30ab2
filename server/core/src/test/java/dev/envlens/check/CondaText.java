package dev.envlens.check;

import java.util.List;
import java.util.stream.Collectors;

/** Conda files for tests that are about one or two lines of them; nothing else in them is wrong. */
final class CondaText {

  private CondaText() {}

  /** With these conda dependencies. */
  static String with(String... dependencies) {
    return text(List.of(dependencies), List.of());
  }

  /** With these lines for pip. */
  static String pip(String... requirements) {
    return text(List.of("pip=25.1.1"), List.of(requirements));
  }

  private static String text(List<String> dependencies, List<String> requirements) {
    return """
        channels:
          - conda-forge
        dependencies:
          - python=3.12
        """
        + lines("  - ", dependencies)
        + (requirements.isEmpty() ? "" : "  - pip:\n" + lines("    - ", requirements));
  }

  private static String lines(String dash, List<String> items) {
    return items.stream().map(item -> dash + item + "\n").collect(Collectors.joining());
  }
}
