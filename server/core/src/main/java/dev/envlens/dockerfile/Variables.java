package dev.envlens.dockerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code ARG}s before the first {@code FROM}, with the defaults that the file gives them. */
final class Variables {

  /**
   * @param text the filled-in text; absent when a variable's value isn't known
   * @param unknown the variables to blame, each once
   */
  record Filled(Optional<SourceText> text, List<String> unknown) {}

  /** What is known of a variable. */
  sealed interface Value {
    /** Its default. */
    record Known(SourceText text) implements Value {}

    /** Not set unless the build sets it. */
    record Unset() implements Value {}

    /** Set, but to what only the build knows. */
    record Undetermined() implements Value {}
  }

  /** BuildKit sets these by itself. */
  private static final Set<String> AUTOMATIC =
      Set.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETARCH",
          "TARGETVARIANT");

  private final char escape;
  private final Map<String, Value> values = new HashMap<>();

  Variables(char escape) {
    this.escape = escape;
  }

  /** Takes the names and defaults of an {@code ARG}; a default may use the variables before it. */
  void declare(Instruction arg) {
    for (var word : Words.quoted(arg.arguments(), escape)) {
      int equals = word.text().indexOf('=');
      String name = equals < 0 ? word.text() : word.text().substring(0, equals);
      if (equals >= 0) {
        values.put(
            name,
            fill(word.slice(equals + 1, word.length()))
                .text()
                .<Value>map(Value.Known::new)
                .orElseGet(Value.Undetermined::new));
      } else if (!AUTOMATIC.contains(name)) {
        values.put(name, new Value.Unset());
      }
    }
  }

  Filled fill(SourceText text) {
    return new Expansion(this, text, escape).run();
  }

  Value value(String name) {
    var value = values.get(name);
    if (value != null) {
      return value;
    }
    return AUTOMATIC.contains(name) ? new Value.Undetermined() : new Value.Unset();
  }
}
