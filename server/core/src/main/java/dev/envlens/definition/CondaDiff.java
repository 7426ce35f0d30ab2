package dev.envlens.definition;

import dev.envlens.definition.Difference.Differs;
import dev.envlens.definition.Difference.Reordered;
import dev.envlens.definition.Difference.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares conda definitions.
 *
 * @param found where the differences go
 */
record CondaDiff(TextMatch match, List<Difference> found) {

  /** A text with the place that it has among the dependencies. */
  private record Placed(String text, List<Integer> at) {}

  void of(HashInput.Conda older, HashInput.Conda newer) {
    new ListDiff(match, found).of(What.CHANNEL, older.channels(), newer.channels());
    int before = found.size();
    packages(What.DEPENDENCY, specs(older), specs(newer));
    packages(What.PIP, requirements(older), requirements(newer));
    var so = found.subList(before, found.size());
    if (so.stream().allMatch(difference -> difference.change() instanceof Reordered)) {
      arrangement(older, newer, so.isEmpty());
    }
    var names = new TreeSet<>(older.variables().keySet());
    names.addAll(newer.variables().keySet());
    for (String name : names) {
      variable(
          name,
          Optional.ofNullable(older.variables().get(name)),
          Optional.ofNullable(newer.variables().get(name)));
    }
  }

  private void packages(What what, List<Placed> older, List<Placed> newer) {
    new ListDiff(match, found)
        .of(
            what,
            older.stream().map(Placed::text).toList(),
            newer.stream().map(Placed::text).toList(),
            text -> PackageText.of(text).key(),
            text -> PackageText.of(text).name(),
            index -> newer.get(index).at());
  }

  /**
   * The same packages may be parted into other lists of pip, or pip's list may stand elsewhere.
   *
   * @param inOrder whether the packages are listed in the same order
   */
  private void arrangement(HashInput.Conda older, HashInput.Conda newer, boolean inOrder) {
    if (!sizes(older).sorted().toList().equals(sizes(newer).sorted().toList())) {
      found.add(Difference.of(What.PIP, "lists of pip", new Differs()));
    } else if (inOrder
        && (!arranged(older).equals(arranged(newer))
            || !sizes(older).toList().equals(sizes(newer).toList()))) {
      found.add(Difference.of(What.DEPENDENCY, new Reordered()));
    }
  }

  private static List<Boolean> arranged(HashInput.Conda conda) {
    return conda.dependencies().stream().map(HashInput.Pip.class::isInstance).toList();
  }

  private static Stream<Integer> sizes(HashInput.Conda conda) {
    return conda.dependencies().stream()
        .filter(HashInput.Pip.class::isInstance)
        .map(pip -> ((HashInput.Pip) pip).requirements().size());
  }

  private static List<Placed> specs(HashInput.Conda conda) {
    List<Placed> result = new ArrayList<>();
    for (int i = 0; i < conda.dependencies().size(); i++) {
      if (conda.dependencies().get(i) instanceof HashInput.Spec spec) {
        result.add(new Placed(spec.text(), List.of(i)));
      }
    }
    return result;
  }

  private static List<Placed> requirements(HashInput.Conda conda) {
    List<Placed> result = new ArrayList<>();
    for (int i = 0; i < conda.dependencies().size(); i++) {
      if (conda.dependencies().get(i) instanceof HashInput.Pip pip) {
        for (int j = 0; j < pip.requirements().size(); j++) {
          result.add(new Placed(pip.requirements().get(j), List.of(i, j)));
        }
      }
    }
    return result;
  }

  private void variable(String name, Optional<String> older, Optional<String> newer) {
    if (older.isEmpty()) {
      newer.ifPresent(
          text -> found.add(Difference.of(What.VARIABLE, name, new Difference.Added(name))));
    } else if (newer.isEmpty()) {
      found.add(Difference.of(What.VARIABLE, name, new Difference.Removed(name)));
    } else if (!match.same(older.get(), newer.get())) {
      found.add(
          Difference.of(What.VARIABLE, name, new Difference.Changed(older.get(), newer.get())));
    }
  }
}
