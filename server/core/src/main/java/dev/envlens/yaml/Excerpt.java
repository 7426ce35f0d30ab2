package dev.envlens.yaml;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The few lines of a long text that decide how one place in it is read: those around it, and above
 * them the lines that they stand under. Repairs are tried out on these alone.
 */
final class Excerpt {

  /** A text up to this length, in UTF-16 units, is its own excerpt. */
  private static final int SHORT = 6_000;

  private static final int LINES_ABOVE = 40;
  private static final int LINES_BELOW = 40;

  private final String text;
  private final int[] starts;
  private final int[] origins;

  private Excerpt(String text, int[] starts, int[] origins) {
    this.text = text;
    this.starts = starts;
    this.origins = origins;
  }

  static Excerpt whole(String text) {
    return new Excerpt(text, new int[] {0}, new int[] {0});
  }

  /** The surroundings of {@code failure} in {@code text}. */
  static Excerpt of(String text, Failure failure) {
    if (text.length() <= SHORT) {
      return whole(text);
    }
    var lines = new SourceLines(text);
    var kept = new TreeSet<Integer>();
    keepAround(lines, lines.at(failure.offset()), kept);
    failure.contextStart().ifPresent(start -> keepAround(lines, lines.at(start), kept));
    failure.brackets().forEach(bracket -> kept.add(lines.at(bracket)));
    failure.lastScalar().ifPresent(scalar -> kept.add(lines.at(scalar.start())));
    return of(text, lines, kept);
  }

  private static Excerpt of(String text, SourceLines lines, SortedSet<Integer> kept) {
    var result = new StringBuilder();
    int[] starts = new int[kept.size()];
    int[] origins = new int[kept.size()];
    int count = 0;
    for (int line : kept) {
      int start = lines.range(line).start();
      int end = line + 1 < lines.count() ? lines.range(line + 1).start() : text.length();
      starts[count] = result.length();
      origins[count] = start;
      count++;
      result.append(text, start, end);
    }
    return new Excerpt(result.toString(), starts, origins);
  }

  private static void keepAround(SourceLines lines, int line, SortedSet<Integer> kept) {
    int first = Math.max(0, line - LINES_ABOVE);
    for (int i = first; i <= Math.min(lines.count() - 1, line + LINES_BELOW); i++) {
      kept.add(i);
    }
    int level = Integer.MAX_VALUE;
    boolean hasSibling = false;
    for (int i = Math.min(line, lines.count() - 1); i >= 0 && (level > 0 || !hasSibling); i--) {
      if (lines.isBlank(i)) {
        continue;
      }
      int own = lines.level(i);
      boolean inside = i >= first;
      if (own < level) {
        level = own;
        hasSibling = false;
        kept.add(i);
      } else if (own == level && !hasSibling && !inside) {
        hasSibling = true;
        kept.add(i);
      }
    }
  }

  String text() {
    return text;
  }

  boolean isWhole(String original) {
    return text.length() == original.length();
  }

  /** The offset in the whole text of an offset in the excerpt. */
  int original(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int last = found >= 0 ? found : -found - 2;
    return origins[last] + offset - starts[last];
  }
}
