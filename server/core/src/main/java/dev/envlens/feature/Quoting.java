package dev.envlens.feature;

import java.util.regex.Pattern;

/** Quotes around a text where YAML or JSON needs them. */
final class Quoting {

  /** What is text to every reader of YAML, whatever stands around it. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_./$][\\w./@+=<>!~$-]*(?:[: ][\\w./@+=<>!~$][\\w./@+=<>!~$-]*)*");

  private static final Pattern FLAG =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|\\.nan|[+-]?\\.inf");

  private Quoting() {}

  static String scalar(String text, Sketch.Style style) {
    if (style == Sketch.Style.JSON) {
      return '"' + escaped(text, '"') + '"';
    }
    boolean plain = PLAIN.matcher(text).matches() && !FLAG.matcher(text).matches();
    return plain && !looksLikeNumber(text) ? text : "'" + escaped(text, '\'') + "'";
  }

  /** {@code text} as it stands between two of {@code quote}. */
  static String escaped(String text, char quote) {
    return quote == '\''
        ? text.replace("'", "''")
        : text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static boolean looksLikeNumber(String text) {
    return text.startsWith(".") && text.length() > 1 && Character.isDigit(text.charAt(1));
  }
}
