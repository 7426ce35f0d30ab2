package dev.envlens.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commands there are. Naming them loads none. */
record Commands(
    String version, UnaryOperator<String> mask, Clock clock, Map<String, String> variables) {

  static final List<String> NAMES =
      List.of(
          "check", //
          "fix", "hash", "diff", "new", "curated", "rules", "doctor", "server");

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask, clock, variables));
      case "fix" -> Optional.of(new FixFiles(mask, clock, variables));
      case "hash" -> Optional.of(new Hash(mask));
      case "diff" -> Optional.of(new Diff(mask, clock, variables));
      case "new" -> Optional.of(new New(clock, variables));
      case "curated" -> Optional.of(new Curated(clock, variables));
      case "rules" -> Optional.of(new ListRules());
      case "doctor" -> Optional.of(new Doctor(version, variables, System.getProperties()));
      case "server" -> Optional.of(new Serve(version, clock, variables));
      default -> Optional.empty();
    };
  }
}
