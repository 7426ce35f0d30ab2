package dev.envlens.build;

import dev.envlens.definition.HashInput;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a conda definition as the file that is installed from: what is hashed, and no more. */
final class CondaText {

  /** What YAML takes for text without quotes, wherever it stands. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.=<>!~+/-]*");

  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private CondaText() {}

  static String of(HashInput.Conda conda) {
    var yaml = new StringBuilder();
    if (!conda.channels().isEmpty()) {
      yaml.append("channels:\n");
      conda.channels().forEach(channel -> item(yaml, "  ", channel));
    }
    yaml.append(conda.dependencies().isEmpty() ? "dependencies: []\n" : "dependencies:\n");
    for (var dependency : conda.dependencies()) {
      if (dependency instanceof HashInput.Spec spec) {
        item(yaml, "  ", spec.text());
      } else if (dependency instanceof HashInput.Pip pip) {
        yaml.append(pip.requirements().isEmpty() ? "  - pip: []\n" : "  - pip:\n");
        pip.requirements().forEach(requirement -> item(yaml, "      ", requirement));
      }
    }
    return yaml.toString();
  }

  private static void item(StringBuilder yaml, String indent, String text) {
    yaml.append(indent).append("- ").append(scalar(text)).append('\n');
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' '
          || c >= 0x7f && c <= 0x9f
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
