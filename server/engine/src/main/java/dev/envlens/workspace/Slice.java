package dev.envlens.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next what to ask for the rest with; empty when there is none
 */
public record Slice<T>(List<T> items, Optional<String> next) {
  public Slice {
    items = List.copyOf(items);
  }
}
