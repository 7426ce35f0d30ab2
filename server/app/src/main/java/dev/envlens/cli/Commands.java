package dev.envlens.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commands there are. Naming them loads none. */
record Commands(String version, UnaryOperator<String> mask) {

  static final List<String> NAMES = List.of("check", "hash", "rules", "doctor", "server");

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask));
      case "hash" -> Optional.of(new Hash(mask));
      case "rules" -> Optional.of(new ListRules());
      case "doctor" ->
          Optional.of(new Doctor(version, Map.copyOf(System.getenv()), System.getProperties()));
      case "server" -> Optional.of(new Serve(version));
      default -> Optional.empty();
    };
  }
}
