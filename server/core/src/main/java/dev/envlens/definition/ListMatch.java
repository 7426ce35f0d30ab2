package dev.envlens.definition;

import dev.envlens.text.Placeholders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which item of an older list is which of a newer one: the same text first, then the same key.
 * Linear in the lists, but for items that hold placeholders.
 *
 * @param olderOf for each item of the newer list the index in the older one, or -1
 * @param removed the indexes of the older list that nothing of the newer one matches
 */
record ListMatch(List<Integer> olderOf, List<Integer> removed) {

  private static final int NONE = -1;

  static ListMatch of(
      List<String> older, List<String> newer, UnaryOperator<String> key, TextMatch match) {
    int[] olderOf = new int[newer.size()];
    Arrays.fill(olderOf, NONE);
    boolean[] taken = new boolean[older.size()];
    pair(older, newer, olderOf, taken, UnaryOperator.identity());
    pair(older, newer, olderOf, taken, key);
    List<Integer> removed = new ArrayList<>();
    for (int i = 0; i < older.size(); i++) {
      String item = older.get(i);
      boolean open = !taken[i] && Placeholders.in(item);
      if (!taken[i] && !(open && standsFor(item, newer, olderOf, i, match))) {
        removed.add(i);
      }
    }
    return new ListMatch(Arrays.stream(olderOf).boxed().toList(), removed);
  }

  private static void pair(
      List<String> older,
      List<String> newer,
      int[] olderOf,
      boolean[] taken,
      UnaryOperator<String> key) {
    Map<String, Deque<Integer>> left = new HashMap<>();
    for (int i = 0; i < older.size(); i++) {
      if (!taken[i]) {
        left.computeIfAbsent(key.apply(older.get(i)), it -> new ArrayDeque<>()).add(i);
      }
    }
    for (int i = 0; i < newer.size(); i++) {
      if (olderOf[i] == NONE) {
        var found = left.get(key.apply(newer.get(i)));
        if (found != null && !found.isEmpty()) {
          olderOf[i] = found.remove();
          taken[olderOf[i]] = true;
        }
      }
    }
  }

  /** An item that is a placeholder may stand for one that nothing else matches. */
  private static boolean standsFor(
      String older, List<String> newer, int[] olderOf, int index, TextMatch match) {
    for (int i = 0; i < newer.size(); i++) {
      if (olderOf[i] == NONE && match.same(older, newer.get(i))) {
        olderOf[i] = index;
        return true;
      }
    }
    return false;
  }

  /** Whether what both have stands in another order. */
  boolean isReordered() {
    int last = NONE;
    for (int older : olderOf) {
      if (older != NONE && older < last) {
        return true;
      }
      last = Math.max(last, older);
    }
    return false;
  }
}
