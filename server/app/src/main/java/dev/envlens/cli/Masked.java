package dev.envlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A line with the secrets in it masked, and which of its places are which of the line's.
 *
 * @param masks by where the masked part starts in the line
 */
record Masked(String text, TreeMap<Integer, Mask> masks) {

  /** Until {@code lineEnd} of the line, {@code start} to {@code end} of the text stands instead. */
  record Mask(int lineEnd, int start, int end) {}

  /** Stars stand for what is masked; each such run is a mask of its own. */
  private static final Pattern STARS = Pattern.compile("\\*+");

  static Masked of(String line, UnaryOperator<String> mask) {
    String text = mask.apply(line);
    var masks = new TreeMap<Integer, Mask>();
    if (text.equals(line)) {
      return new Masked(text, masks);
    }
    var stars = STARS.matcher(text);
    List<Mask> runs = new ArrayList<>();
    while (stars.find()) {
      runs.add(new Mask(0, stars.start(), stars.end()));
    }
    int position = runs.isEmpty() ? 0 : runs.get(0).start();
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      boolean last = i == runs.size() - 1;
      String behind = text.substring(run.end(), last ? text.length() : runs.get(i + 1).start());
      int lineEnd = last ? line.length() - behind.length() : line.indexOf(behind, position);
      if (lineEnd < position) {
        return whole(line, text);
      }
      masks.put(position, new Mask(lineEnd, run.start(), run.end()));
      position = lineEnd + behind.length();
    }
    return masks.isEmpty() ? whole(line, text) : new Masked(text, masks);
  }

  /** What can't be told apart is one mask. */
  private static Masked whole(String line, String text) {
    var masks = new TreeMap<Integer, Mask>();
    masks.put(0, new Mask(line.length(), 0, text.length()));
    return new Masked(text, masks);
  }

  /** Where what starts at {@code offset} of the line starts; before a mask that covers it. */
  int start(int offset) {
    var before = masks.lowerEntry(offset);
    if (before == null) {
      return offset;
    }
    var mask = before.getValue();
    return offset < mask.lineEnd() ? mask.start() : mask.end() + offset - mask.lineEnd();
  }

  /** Where what ends at {@code offset} of the line ends; after a mask that covers it. */
  int end(int offset) {
    var before = masks.lowerEntry(offset);
    return before == null
        ? offset
        : before.getValue().end() + Math.max(0, offset - before.getValue().lineEnd());
  }
}
