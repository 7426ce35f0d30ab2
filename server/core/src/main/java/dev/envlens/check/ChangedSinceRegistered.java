package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/**
 * {@code changed-since-registered}: the definition differs from the newest version that the
 * workspace has of it, so registering it makes another.
 */
final class ChangedSinceRegistered extends DescribedRule {

  /** How many differences are named; {@code envlens diff} shows them all. */
  private static final int MOST = 3;

  ChangedSinceRegistered() {
    super(
        "changed-since-registered",
        Severity.INFORMATION,
        "The definition differs from the newest registered version.");
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return RegisteredHistory.of(definition, facts).stream()
        .filter(ChangedSinceRegistered::isChanged)
        .map(
            history ->
                finding(definition.place(definition.anchor()), message(history, history.newest())));
  }

  /** One that says to be an older version, and is, is no edit of the newest. */
  private static boolean isChanged(RegisteredHistory history) {
    boolean asked =
        history.asked().filter(version -> version.hash().equals(history.hash().hex())).isPresent();
    return !asked
        && !history.newest().hash().equals(history.hash().hex())
        && !OrderOnlyChange.isOrderOnly(history);
  }

  private static String message(RegisteredHistory history, RegisteredVersion newest) {
    String differences = history.since(newest).map(diff -> ": " + diff.summary(MOST)).orElse("");
    return "%s differs from the registered '%s'%s. %s"
        .formatted(
            history.definition().label(),
            RegisteredHistory.label(newest),
            differences,
            consequence(history));
  }

  private static String consequence(RegisteredHistory history) {
    if (history.taken().isPresent()) {
      return "Registering it takes another version.";
    }
    return "Registering it makes version %s."
        .formatted(history.definition().version().map(Scalar::text).orElseGet(history::next));
  }
}
