package dev.envlens.conda;

import java.util.List;
import java.util.Optional;

/** How a specification compares a package's version with its own (PEP 440, conda MatchSpec). */
public enum Comparison {
  /** {@code ==}: this version. */
  EQUAL("=="),
  /** {@code ===}: this very text; pip only. */
  IDENTICAL("==="),
  /** {@code =}: this version and those that begin with it; conda only. */
  FUZZY("="),
  NOT_EQUAL("!="),
  /** {@code ~=}: this version or a later one of the same series. */
  COMPATIBLE("~="),
  AT_MOST("<="),
  AT_LEAST(">="),
  BELOW("<"),
  ABOVE(">");

  private static final List<Comparison> ALL = List.of(values());

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  static Optional<Comparison> of(String symbol) {
    for (var comparison : ALL) {
      if (comparison.symbol.equals(symbol)) {
        return Optional.of(comparison);
      }
    }
    return Optional.empty();
  }

  /** What an order between a package's version and the specification's says. */
  boolean accepts(int order) {
    return switch (this) {
      case EQUAL, IDENTICAL, FUZZY -> order == 0;
      case NOT_EQUAL -> order != 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST, COMPATIBLE -> order >= 0;
      case BELOW -> order < 0;
      case ABOVE -> order > 0;
    };
  }
}
