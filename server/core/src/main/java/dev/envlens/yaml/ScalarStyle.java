package dev.envlens.yaml;

/** How a scalar is written. */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED;

  public boolean isQuoted() {
    return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
  }

  public boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
