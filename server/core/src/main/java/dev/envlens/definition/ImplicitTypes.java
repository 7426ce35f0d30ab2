package dev.envlens.definition;

import java.util.regex.Pattern;

/**
 * Which plain YAML 1.1 scalars PyYAML would read as something other than text: null, booleans,
 * numbers, timestamps, the merge key and the default value. Source: the YAML 1.1 type repository,
 * as narrowed by PyYAML (an exponent needs its sign, for instance).
 */
final class ImplicitTypes {

  private static final String MINUTES = "(?::[0-5]?[0-9])++";

  private static final Pattern WORD =
      Pattern.compile(
          "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
              + "|~|null|Null|NULL|<<|=");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:0b[01_]+|0[0-7_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?:%1$s)?)".formatted(MINUTES)
              + "|[-+]?[0-9][0-9_]*(?:%1$s\\.[0-9_]*|\\.[0-9_]*(?:[eE][-+][0-9]+)?)"
                  .formatted(MINUTES)
              + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
              + "(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");

  private ImplicitTypes() {}

  /** Whether {@code text}, unquoted, would not be read back as text. */
  static boolean claim(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    if (first == '+' || first == '-' || first == '.') {
      return NUMBER.matcher(text).matches();
    }
    if ('0' <= first && first <= '9') {
      return NUMBER.matcher(text).matches() || TIMESTAMP.matcher(text).matches();
    }
    return WORD.matcher(text).matches();
  }
}
