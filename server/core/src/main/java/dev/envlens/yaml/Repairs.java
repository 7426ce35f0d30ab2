package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is changed in a text, for the engine's eyes only, so that its readable rest can be read:
 * parts are blanked, and a few characters put in or exchanged. Offsets in the repaired text lead
 * back to the original.
 */
final class Repairs {

  /** {@code text} stands where the original has {@code range}. */
  record Change(TextRange range, String text) {}

  private final List<TextRange> blanks;
  private final List<Change> changes;
  private final List<TextRange> changed;

  /** Where each change begins in the repaired text. */
  private final int[] starts;

  /** How much longer than the original the repaired text is behind each change. */
  private final int[] shifts;

  private Repairs(List<TextRange> blanks, List<Change> changes) {
    this.blanks = merged(blanks);
    this.changes = apart(changes);
    this.changed = this.changes.stream().map(Change::range).toList();
    this.starts = new int[this.changes.size()];
    this.shifts = new int[this.changes.size()];
    int shift = 0;
    for (int i = 0; i < starts.length; i++) {
      var change = this.changes.get(i);
      starts[i] = change.range().start() + shift;
      shift += change.text().length() - change.range().length();
      shifts[i] = shift;
    }
  }

  static Repairs none() {
    return new Repairs(List.of(), List.of());
  }

  static Repairs blank(TextRange range) {
    return new Repairs(List.of(range), List.of());
  }

  static Repairs change(TextRange range, String text) {
    return new Repairs(List.of(), List.of(new Change(range, text)));
  }

  static Repairs changes(List<Change> changes) {
    return new Repairs(List.of(), changes);
  }

  static Repairs insert(int offset, String text) {
    return change(TextRange.at(offset), text);
  }

  /** Both; what was put in where {@code other} blanks, or changes it again, is gone. */
  Repairs and(Repairs other) {
    var allBlanks = new ArrayList<>(blanks);
    allBlanks.addAll(other.blanks);
    var allChanges = new ArrayList<Change>();
    for (var change : changes) {
      if (!other.covers(change.range())) {
        allChanges.add(change);
      }
    }
    allChanges.addAll(other.changes);
    return new Repairs(allBlanks, allChanges);
  }

  private boolean covers(TextRange range) {
    return blanks.stream().anyMatch(blank -> blank.contains(range))
        || changed.stream().anyMatch(it -> !it.isEmpty() && it.contains(range));
  }

  boolean isEmpty() {
    return blanks.isEmpty() && changes.isEmpty();
  }

  /** What is blanked, in order, without overlaps. */
  List<TextRange> blanks() {
    return blanks;
  }

  List<Change> changes() {
    return changes;
  }

  String apply(String text) {
    if (isEmpty()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (var blank : blanks) {
      for (int i = blank.start(); i < blank.end(); i++) {
        if (chars[i] != '\n' && chars[i] != '\r') {
          chars[i] = ' ';
        }
      }
    }
    var result = new StringBuilder(text.length() + 16);
    int from = 0;
    for (var change : changes) {
      result.append(chars, from, change.range().start() - from).append(change.text());
      from = change.range().end();
    }
    return result.append(chars, from, chars.length - from).toString();
  }

  /** The offset in the original text of an offset in the repaired one. */
  int original(int repaired) {
    if (starts.length == 0) {
      return repaired;
    }
    int found = Arrays.binarySearch(starts, repaired);
    int last = (found >= 0 ? found : -found - 1) - 1;
    if (last < 0) {
      return repaired;
    }
    var change = changes.get(last);
    return repaired < starts[last] + change.text().length()
        ? Math.min(change.range().start() + repaired - starts[last], change.range().end())
        : repaired - shifts[last];
  }

  /**
   * Whether nothing but white space stands between {@code offset} of {@code text} and something
   * that was blanked or put in.
   */
  boolean touches(String text, int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) <= ' ') {
      end++;
    }
    var gap = new TextRange(offset, end);
    return touchesOne(blanks, gap) || touchesOne(changed, gap);
  }

  private static boolean touchesOne(List<TextRange> ranges, TextRange gap) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end() < gap.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < ranges.size() && ranges.get(low).start() <= gap.end();
  }

  private static List<TextRange> merged(List<TextRange> ranges) {
    var sorted =
        ranges.stream()
            .filter(range -> !range.isEmpty())
            .sorted(Comparator.comparingInt(TextRange::start))
            .toList();
    var result = new ArrayList<TextRange>();
    for (var range : sorted) {
      int last = result.size() - 1;
      if (last >= 0 && result.get(last).end() > range.start()) {
        result.set(last, result.get(last).union(range));
      } else {
        result.add(range);
      }
    }
    return List.copyOf(result);
  }

  /** In order; of two that overlap the first stays. */
  private static List<Change> apart(List<Change> changes) {
    var sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparingInt(change -> change.range().start()));
    var result = new ArrayList<Change>();
    int end = -1;
    for (var change : sorted) {
      if (change.range().start() >= end) {
        result.add(change);
        end = change.range().end();
      }
    }
    return List.copyOf(result);
  }
}
