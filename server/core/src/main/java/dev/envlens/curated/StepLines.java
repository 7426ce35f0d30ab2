package dev.envlens.curated;

import dev.envlens.definition.HexDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a Dockerfile, so that lines that differ can be told without keeping the text.
 *
 * @param digests of each line, the first eight hex digits of its SHA-256; {@value #OPEN} for one
 *     that placeholders leave open
 */
public record StepLines(List<String> digests) {

  private static final String OPEN = "*";
  private static final int DIGITS = 8;

  /** Above so many pairs of lines what differs is told as one piece. */
  private static final long MOST_PAIRS = 1_000_000;

  public StepLines {
    digests = List.copyOf(digests);
  }

  /**
   * Lines of a newer text, from 0, that aren't in the older one.
   *
   * @param first the first of them; where {@code last} is less, lines are gone before this one
   * @param last the last of them
   */
  public record Hunk(int first, int last) {
    /** Whether lines are gone and none came. */
    public boolean isRemoval() {
      return last < first;
    }
  }

  /** Those of {@code text}, <code>{{…}}</code> being placeholders. */
  public static StepLines of(String text) {
    return new StepLines(
        lines(text).stream().map(line -> Open.in(Open.of(line)) ? OPEN : digest(line)).toList());
  }

  /** One digest of all lines: 64 hex digits. */
  public String digest() {
    return HexDigest.SHA_256.of(String.join("\n", digests));
  }

  /** How many lines are open. */
  public long open() {
    return digests.stream().filter(OPEN::equals).count();
  }

  /** Where {@code text} differs; nothing where it may be the very same. */
  public List<Hunk> differing(String text) {
    var newer = lines(text).stream().map(StepLines::digest).toList();
    int start = 0;
    while (start < Math.min(digests.size(), newer.size()) && fits(start, newer.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(digests.size(), newer.size()) - start
        && fits(digests.size() - 1 - end, newer.get(newer.size() - 1 - end))) {
      end++;
    }
    int older = digests.size() - end;
    int limit = newer.size() - end;
    if (start == older && start == limit) {
      return List.of();
    }
    return (long) (older - start) * (limit - start) > MOST_PAIRS
        ? List.of(new Hunk(start, limit - 1))
        : hunks(start, older, newer.subList(0, limit));
  }

  /** By the longest common subsequence of what lies between the same beginning and end. */
  private List<Hunk> hunks(int start, int older, List<String> newer) {
    int[][] length = new int[older - start + 1][newer.size() - start + 1];
    for (int i = older - start - 1; i >= 0; i--) {
      for (int j = newer.size() - start - 1; j >= 0; j--) {
        length[i][j] =
            fits(start + i, newer.get(start + j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    var hunks = new ArrayList<Hunk>();
    int i = 0;
    int j = 0;
    while (i < older - start || j < newer.size() - start) {
      int from = j;
      boolean differs = false;
      while ((i < older - start || j < newer.size() - start)
          && !(i < older - start
              && j < newer.size() - start
              && fits(start + i, newer.get(start + j)))) {
        boolean gone =
            j == newer.size() - start || (i < older - start && length[i + 1][j] > length[i][j + 1]);
        i += gone ? 1 : 0;
        j += gone ? 0 : 1;
        differs = true;
      }
      if (differs) {
        hunks.add(new Hunk(start + from, start + j - 1));
      }
      i++;
      j++;
    }
    return hunks;
  }

  private boolean fits(int index, String digest) {
    return digests.get(index).equals(OPEN) || digests.get(index).equals(digest);
  }

  private static List<String> lines(String text) {
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  private static String digest(String line) {
    return HexDigest.SHA_256.of(line).substring(0, DIGITS);
  }
}
