package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a text readable for the YAML engine without moving a character: what the engine would
 * stumble over stands as a private-use character of the same length while it reads, and is put back
 * in the scalars that come out.
 *
 * <p>Masked are unquoted template placeholders ({@code {{NAME}}}, which YAML reads as nested
 * mappings), control characters and lone surrogates. The latter two are problems as well.
 */
final class Masking {

  private static final char BASE = '\uE000';
  private static final int SURROGATES = 0x100;
  private static final int NONCHARACTERS = SURROGATES + 0x800;
  private static final char LAST = (char) (BASE + NONCHARACTERS + 1);

  private final String masked;
  private final boolean changed;
  private final List<YamlProblem> problems;

  private Masking(String masked, boolean changed, List<YamlProblem> problems) {
    this.masked = masked;
    this.changed = changed;
    this.problems = problems;
  }

  static Masking of(String text) {
    var problems = new ArrayList<YamlProblem>();
    var result = new StringBuilder(text);
    boolean free = text.chars().noneMatch(c -> c >= BASE && c <= LAST);
    boolean changed = maskUnprintable(text, result, free, problems);
    if (free) {
      changed |= maskPlaceholders(text, result);
    }
    spaceOutJsonTabs(text, result);
    return new Masking(result.toString(), changed && free, problems);
  }

  String masked() {
    return masked;
  }

  List<YamlProblem> problems() {
    return problems;
  }

  /** Puts the characters back that {@link #masked()} replaced. */
  String unmask(String scalar) {
    if (!changed || scalar.chars().noneMatch(c -> c >= BASE && c <= LAST)) {
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

  private static boolean maskUnprintable(
      String text, StringBuilder result, boolean free, List<YamlProblem> problems) {
    boolean changed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = -1;
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r')
          || (c >= 0x7F && c <= 0x9F && c != 0x85)) {
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
        changed = true;
        if (problems.size() < YamlReader.MAX_PROBLEMS) {
          problems.add(
              new YamlProblem(
                  new TextRange(i, i + 1),
                  "The character U+%04X can't stand in YAML: remove it.".formatted((int) c)));
        }
      }
    }
    return changed;
  }

  private static boolean maskPlaceholders(String text, StringBuilder result) {
    boolean changed = false;
    int from = text.indexOf("{{");
    while (from >= 0) {
      int end = from + 2;
      while (end < text.length() && "{}\r\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (text.startsWith("}}", end)) {
        for (int i = from; i < end + 2; i++) {
          char c = text.charAt(i);
          if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            result.setCharAt(i, (char) (BASE + c));
            changed = true;
          }
        }
        end += 2;
      }
      from = text.indexOf("{{", Math.max(end, from + 1));
    }
    return changed;
  }

  /** JSON may be indented with tabs, which YAML refuses. */
  private static void spaceOutJsonTabs(String text, StringBuilder result) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return;
    }
    for (int i = text.indexOf('\t'); i >= 0; i = text.indexOf('\t', i + 1)) {
      result.setCharAt(i, ' ');
    }
  }
}
