package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a text readable for the YAML engine without moving a character: what the engine would
 * stumble over stands as a private-use character of the same length while it reads, and is put back
 * in the scalars that come out.
 *
 * <p>Masked are the punctuation of unquoted template placeholders ({@code {{NAME}}}, which YAML
 * reads as nested mappings), control characters and lone surrogates. The latter two are problems as
 * well.
 */
final class Masking {

  private static final char BASE = '\uE000';
  private static final int SURROGATES = 0x100;
  private static final int NONCHARACTERS = SURROGATES + 0x800;
  private static final char LAST = (char) (BASE + NONCHARACTERS + 1);

  /** YAML 1.1's line end, which is a character like others in YAML 1.2. */
  private static final char NEXT_LINE = '\u0085';

  private final String masked;
  private final boolean reversible;
  private final boolean needed;
  private final List<YamlProblem> problems;

  private Masking(String masked, boolean reversible, boolean needed, List<YamlProblem> problems) {
    this.masked = masked;
    this.reversible = reversible;
    this.needed = needed;
    this.problems = problems;
  }

  static Masking of(String text) {
    var problems = new ArrayList<YamlProblem>();
    boolean ascii = isPlainAscii(text);
    if (ascii && !text.contains("{{") && !isJson(text)) {
      return new Masking(text, true, false, List.of());
    }
    var result = new StringBuilder(text);
    // A text that has such characters of its own could not be told from a masked one.
    boolean free = ascii || text.chars().noneMatch(c -> c >= BASE && c <= LAST);
    if (!ascii) {
      maskUnprintable(text, result, free, problems);
    }
    if (free) {
      maskPlaceholders(text, result);
    }
    if (isJson(text)) {
      spaceOutJsonTabs(text, result);
    }
    return new Masking(result.toString(), free, true, problems);
  }

  String masked() {
    return masked;
  }

  List<YamlProblem> problems() {
    return problems;
  }

  /** The character that stands for {@code c}, or {@code c} where masking can't be undone. */
  char mask(char c) {
    return reversible ? (char) (BASE + c) : c;
  }

  /** Puts the characters back that {@link #masked()} and {@link #mask} replaced. */
  String unmask(String scalar) {
    if (!reversible || !holdsMask(scalar)) {
      return scalar;
    }
    var result = new StringBuilder(scalar);
    for (int i = 0; i < result.length(); i++) {
      int code = result.charAt(i) - BASE;
      if (code >= 0 && code < SURROGATES) {
        result.setCharAt(i, (char) code);
      } else if (code >= SURROGATES && code < NONCHARACTERS) {
        result.setCharAt(i, (char) (Character.MIN_SURROGATE + code - SURROGATES));
      } else if (code >= NONCHARACTERS && code <= NONCHARACTERS + 1) {
        result.setCharAt(i, (char) (0xFFFE + code - NONCHARACTERS));
      }
    }
    return result.toString();
  }

  /** Whether {@link #masked()} may hold what {@link #unmask} puts back. */
  boolean isNeeded() {
    return needed;
  }

  private static boolean holdsMask(String scalar) {
    for (int i = 0; i < scalar.length(); i++) {
      if (scalar.charAt(i) >= BASE && scalar.charAt(i) <= LAST) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        return false;
      }
    }
    return true;
  }

  private static void maskUnprintable(
      String text, StringBuilder result, boolean free, List<YamlProblem> problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = -1;
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F)) {
        code = c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        code = SURROGATES + c - Character.MIN_SURROGATE;
      } else if (c >= 0xFFFE) {
        code = NONCHARACTERS + c - 0xFFFE;
      }
      if (code >= 0) {
        result.setCharAt(i, free ? (char) (BASE + code) : '\uFFFD');
        if (c != NEXT_LINE && problems.size() < YamlReader.MAX_PROBLEMS) {
          problems.add(
              new YamlProblem(
                  new TextRange(i, i + 1),
                  "The character U+%04X can't stand in YAML: remove it.".formatted((int) c)));
        }
      }
    }
  }

  /** A placeholder begins and ends on one line; one within another ends before it. */
  private static void maskPlaceholders(String text, StringBuilder result) {
    int from = text.indexOf("{{");
    while (from >= 0) {
      int end = isQuoted(text, from) ? from + 2 : endOfPlaceholder(text, from);
      for (int i = from; i < end && text.startsWith("}}", end - 2); i++) {
        if ("{}[],:#".indexOf(text.charAt(i)) >= 0) {
          result.setCharAt(i, (char) (BASE + text.charAt(i)));
        }
      }
      from = text.indexOf("{{", end);
    }
  }

  /** In quotes nothing needs a mask. */
  private static boolean isQuoted(String text, int offset) {
    return offset > 0 && (text.charAt(offset - 1) == '"' || text.charAt(offset - 1) == '\'');
  }

  /** Where the placeholder at {@code from} ends: behind its last brace, or at the line's end. */
  private static int endOfPlaceholder(String text, int from) {
    int depth = 0;
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      if (text.startsWith("{{", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("}}", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return i;
  }

  private static boolean isJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\uFEFF') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** JSON may be indented with tabs, which YAML refuses; in its strings they are left alone. */
  private static void spaceOutJsonTabs(String text, StringBuilder result) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0;
        case '\n', '\r' -> quoted = false;
        case '\t' -> result.setCharAt(i, quoted ? '\t' : ' ');
        default -> {}
      }
    }
  }
}
