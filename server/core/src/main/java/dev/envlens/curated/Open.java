package dev.envlens.curated;

import java.util.regex.Pattern;

/** Texts of which placeholders leave a part open. */
public final class Open {

  /** What stands for an open part. */
  public static final String ANY = "{{any}}";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^\\n]*?\\}\\}");

  private Open() {}

  /** {@code text} with each placeholder, <code>{{…}}</code>, as an open part. */
  public static String of(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(ANY.replace("$", "\\$"));
  }

  /** Whether a part of {@code text} is open. */
  public static boolean in(String text) {
    return text.contains(ANY);
  }

  /** Whether {@code text} may be what {@code open} stands for. Spaces don't count. Linear. */
  public static boolean fits(String open, String text) {
    String[] parts = compact(open).split(Pattern.quote(ANY), -1);
    String whole = compact(text);
    String last = parts[parts.length - 1];
    if (parts.length == 1) {
      return whole.equals(last);
    }
    if (!whole.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = whole.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return whole.length() - last.length() >= at && whole.endsWith(last);
  }

  private static String compact(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** For a person: an open part reads as an ellipsis. */
  public static String shown(String text) {
    return text.replace(ANY, "…");
  }
}
