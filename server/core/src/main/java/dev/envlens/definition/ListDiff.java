package dev.envlens.definition;

import dev.envlens.definition.Difference.Added;
import dev.envlens.definition.Difference.Changed;
import dev.envlens.definition.Difference.Removed;
import dev.envlens.definition.Difference.Reordered;
import dev.envlens.definition.Difference.What;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Compares lists of texts.
 *
 * @param found where the differences go
 */
record ListDiff(TextMatch match, List<Difference> found) {

  /** Lists whose items are all there is to them. */
  void of(What what, List<String> older, List<String> newer) {
    of(what, older, newer, UnaryOperator.identity(), item -> item, List::of);
  }

  /**
   * Lists of items that are called something.
   *
   * @param key equal for items that are about one thing
   * @param name what an item is called
   * @param place where an item of the newer list stands
   */
  void of(
      What what,
      List<String> older,
      List<String> newer,
      UnaryOperator<String> key,
      UnaryOperator<String> name,
      IntFunction<List<Integer>> place) {
    var matched = ListMatch.of(older, newer, key, match);
    for (int index : matched.removed()) {
      String text = older.get(index);
      found.add(Difference.of(what, name.apply(text), new Removed(text)));
    }
    for (int i = 0; i < newer.size(); i++) {
      String text = newer.get(i);
      int before = matched.olderOf().get(i);
      if (before < 0) {
        found.add(new Difference(what, name.apply(text), new Added(text), place.apply(i)));
      } else if (!match.same(older.get(before), text)) {
        var change = new Changed(older.get(before), text);
        found.add(new Difference(what, name.apply(text), change, place.apply(i)));
      }
    }
    if (matched.isReordered()) {
      found.add(Difference.of(what, new Reordered()));
    }
  }
}
