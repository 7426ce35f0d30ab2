package dev.envlens.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a finding matters, from most to least. */
public enum Severity {
  ERROR,
  WARNING,
  INFORMATION,
  HINT;

  /** The name in settings and output: {@code error}, {@code warning} and so on. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String label) {
    return Stream.of(values()).filter(severity -> severity.label().equals(label)).findFirst();
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
