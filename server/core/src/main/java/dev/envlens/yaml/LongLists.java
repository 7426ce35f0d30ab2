package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.Arrays;

/**
 * The middles of long lists of plain items, which the YAML engine need not see: what stands between
 * two items of one block list, on lines that look just like theirs, can only be items as well.
 *
 * <p>Whether the lines are items at all (they may be the text of a block scalar) shows when the
 * text has been read without the middles: see {@link #fill}. Offsets in the shortened text lead
 * back to the whole one. Time is linear in the text.
 */
final class LongLists {

  /** A shorter run of lines is left to the engine, in lines. */
  private static final int LONG = 16;

  private final String text;
  private final String shortened;

  /** For each middle, where it begins in the whole text, and where it ends. */
  private final int[] starts;

  private final int[] ends;

  /** Where each middle is missing in the shortened text. */
  private final int[] joints;

  private LongLists(String text, int[] bounds, int count) {
    this.text = text;
    this.starts = new int[count];
    this.ends = new int[count];
    this.joints = new int[count];
    var result = new StringBuilder();
    int from = 0;
    for (int i = 0; i < count; i++) {
      starts[i] = bounds[2 * i];
      ends[i] = bounds[2 * i + 1];
      result.append(text, from, starts[i]);
      joints[i] = result.length();
      from = ends[i];
    }
    this.shortened = count == 0 ? text : result.append(text, from, text.length()).toString();
  }

  /** None, so that the whole text is read. */
  static LongLists none(String text) {
    return new LongLists(text, new int[0], 0);
  }

  static LongLists in(String text) {
    int[] bounds = new int[8];
    int count = 0;
    int second = -1; // where the second line of the run begins that is being read
    int last = -1; // where its last line begins
    int lines = 0;
    int indent = -1;
    int line = 0;
    while (line < text.length()) {
      int next = nextLine(text, line);
      int own = itemIndent(text, line, next);
      if (own >= 0 && own == indent) {
        second = lines == 1 ? line : second;
        last = line;
        lines++;
      }
      boolean ended = own < 0 || own != indent;
      if (lines >= LONG && (ended || next == text.length())) {
        if (2 * count == bounds.length) {
          bounds = Arrays.copyOf(bounds, 4 * count);
        }
        bounds[2 * count] = second;
        bounds[2 * count + 1] = last;
        count++;
      }
      if (ended) {
        indent = own;
        lines = own < 0 ? 0 : 1;
      }
      line = next;
    }
    return new LongLists(text, bounds, count);
  }

  private static int nextLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  /**
   * How far the line from {@code start} to {@code next} is indented; -1 if it isn't a plain item.
   */
  private static int itemIndent(String text, int start, int next) {
    int dash = start;
    while (dash < next && text.charAt(dash) == ' ') {
      dash++;
    }
    int end = contentEnd(text, start, next);
    boolean item = dash + 2 < end && text.charAt(dash) == '-' && text.charAt(dash + 1) == ' ';
    return item && isPlain(text, dash + 2, end) ? dash - start : -1;
  }

  /** Where the line ends that the next one follows at {@code next}. */
  private static int contentEnd(String text, int start, int next) {
    int end = next;
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
      if (end > start && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  /**
   * Whether this is a plain scalar however it is looked at: it begins with a letter or digit, ends
   * with no space or colon, and holds nothing that means something to YAML in any place.
   */
  private static boolean isPlain(String text, int start, int end) {
    char first = text.charAt(start);
    if (!isLetterOrDigit(first)) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (isLetterOrDigit(c) || isPlainMark(c)) {
        continue;
      }
      boolean last = i + 1 == end;
      if ((c != ' ' && c != ':') || last || text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isPlainMark(char c) {
    return switch (c) {
      case '-', '.', '_', '+', '=', '<', '>', '~', '!', '*', '/', '@', ';', '(', ')' -> true;
      default -> false;
    };
  }

  String shortened() {
    return shortened;
  }

  int count() {
    return joints.length;
  }

  /** The offset in the whole text of an offset in the shortened one. */
  int original(int offset) {
    int found = Arrays.binarySearch(joints, offset);
    int middle = found >= 0 ? found : -found - 2;
    return middle < 0 ? offset : offset - joints[middle] + ends[middle];
  }

  /** Takes the items of a middle. */
  interface Items {
    /** In offsets of the whole text. */
    void add(int start, int end);
  }

  /**
   * Hands the items of a middle to {@code items}, if these two, which follow each other in one
   * block list, stand right before and right behind it; else returns false.
   *
   * @param number which middle
   * @param earlier where the earlier value stands in the shortened text
   * @param later the offset in the shortened text at which the later value starts
   */
  boolean fill(int number, TextRange earlier, int later, Items items) {
    int joint = joints[number];
    int width = text.indexOf('-', starts[number]) + 2 - starts[number];
    if (later != joint + width
        || earlier.start() != lineAbove(joint) + width
        || earlier.end() != contentEnd(shortened, earlier.start(), joint)) {
      return false;
    }
    int line = starts[number];
    while (line < ends[number]) {
      int next = nextLine(text, line);
      items.add(line + width, contentEnd(text, line, next));
      line = next;
    }
    return true;
  }

  /**
   * Whether a reading that ended at {@code offset} of the shortened text, with so many middles
   * filled, would have ended there with the whole text, too: it hasn't come near another one.
   */
  boolean isFilled(int filled, int offset) {
    return filled == joints.length || offset < lineAbove(joints[filled]);
  }

  String item(int start, int end) {
    return text.substring(start, end);
  }

  private int lineAbove(int joint) {
    return shortened.lastIndexOf('\n', joint - 2) + 1;
  }
}
