package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code order-only-change}: nothing but the order of packages or channels differs from the
 * definition that this one was made from: the same packages, another hash, a whole new build.
 */
final class OrderOnlyChange extends DescribedRule {

  OrderOnlyChange() {
    super(
        "order-only-change",
        Severity.WARNING,
        "Only the order of packages or channels changed, which makes another image of the same.");
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return CuratedOrder.of(this, definition, facts);
  }

  @Override
  public boolean dependsOnUse() {
    return true;
  }
}
