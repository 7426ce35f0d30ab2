package dev.envlens.index;

import dev.envlens.definition.ReferenceTarget;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of several definitions of one name a reference means. */
final class Versions {

  private Versions() {}

  /**
   * Those of {@code all}, which share a name, that {@code reference} may mean. A version means the
   * definitions that have it, else those that leave it open, since they are given the next number.
   * Without a version, or by a label, it is those that leave it open and the newest.
   */
  static List<DefinedEnvironment> meant(
      List<DefinedEnvironment> all, ReferenceTarget.Named reference) {
    return reference.version().map(version -> exactly(all, version)).orElseGet(() -> newest(all));
  }

  static List<DefinedEnvironment> exactly(List<DefinedEnvironment> all, String version) {
    var exact =
        all.stream()
            .filter(definition -> definition.version().equals(Optional.of(version)))
            .toList();
    return exact.isEmpty() ? open(all) : exact;
  }

  private static List<DefinedEnvironment> open(List<DefinedEnvironment> all) {
    return all.stream().filter(definition -> definition.version().isEmpty()).toList();
  }

  /** Versions that aren't numbers have no order: then all of them may be the newest. */
  private static List<DefinedEnvironment> newest(List<DefinedEnvironment> all) {
    var versions = all.stream().flatMap(definition -> definition.version().stream()).toList();
    if (!versions.stream().allMatch(Versions::isNumber)) {
      return all;
    }
    var greatest = versions.stream().map(BigInteger::new).max(Comparator.naturalOrder());
    return all.stream()
        .filter(
            definition ->
                definition.version().isEmpty()
                    || definition.version().map(BigInteger::new).equals(greatest))
        .toList();
  }

  /** The service counts versions; longer numbers than it ever gives are names. */
  private static boolean isNumber(String version) {
    return version.length() < 20 && version.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
