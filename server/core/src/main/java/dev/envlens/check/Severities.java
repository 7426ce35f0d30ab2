package dev.envlens.check;

import java.util.Map;
import java.util.Optional;

/**
 * The severity of each code, where a user wants another than the rule's own.
 *
 * @param changed by code; an empty value switches the code off
 */
public record Severities(Map<String, Optional<Severity>> changed) {

  public Severities {
    changed = Map.copyOf(changed);
  }

  public static Severities defaults() {
    return new Severities(Map.of());
  }

  /** The severity to report {@code rule} with, or nothing when it is off. */
  Optional<Severity> of(Rule rule) {
    return changed.getOrDefault(rule.code(), Optional.of(rule.severity()));
  }
}
