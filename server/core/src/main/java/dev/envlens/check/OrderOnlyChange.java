package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionDiff;
import dev.envlens.definition.DifferencePlaces;
import dev.envlens.definition.HashInput;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code order-only-change}: nothing but the order of channels or packages differs from the
 * definition that this one was, so the same packages are built into another image.
 */
final class OrderOnlyChange extends DescribedRule {

  OrderOnlyChange() {
    super(
        "order-only-change",
        Severity.WARNING,
        "Only the order of packages or channels differs from the registered or curated definition.");
  }

  /**
   * A definition that another one was.
   *
   * @param label what it is called in messages, such as {@code the registered 'train:3'}
   * @param diff how the other one differs from it
   */
  record Original(String label, HashInput input, DefinitionDiff diff) {}

  @Override
  public boolean dependsOnUse() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var curated = CuratedOrder.of(this, definition, facts).toList();
    return curated.isEmpty() ? registered(definition, facts) : curated.stream();
  }

  private Stream<Finding> registered(Definition definition, Facts facts) {
    return RegisteredHistory.of(definition, facts)
        .flatMap(OrderOnlyChange::original)
        .filter(original -> original.diff().isOrderOnly())
        .map(original -> check(definition, original))
        .stream();
  }

  static boolean isOrderOnly(RegisteredHistory history) {
    return original(history).filter(original -> original.diff().isOrderOnly()).isPresent();
  }

  private static Optional<Original> original(RegisteredHistory history) {
    var newest = history.newest();
    return history
        .since(newest)
        .flatMap(
            diff ->
                RegisteredHistory.original(newest)
                    .map(
                        input ->
                            new Original(
                                "the registered '%s'".formatted(RegisteredHistory.label(newest)),
                                input,
                                diff)));
  }

  private Finding check(Definition definition, Original original) {
    var place = new DifferencePlaces(definition).of(original.diff().differences().get(0));
    return finding(
        place,
        "Only the order differs from %s: the same packages, but another hash, so the image is built anew. Restore the order."
            .formatted(original.label()),
        RestoredOrder.of(definition, original.input()).stream()
            .map(fix -> fix.movingHash(true))
            .toList());
  }
}
