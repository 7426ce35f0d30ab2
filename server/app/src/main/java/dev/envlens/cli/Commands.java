package dev.envlens.cli;

import dev.envlens.files.DigestCache;
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
          "fix", "hash", "run", "runs", "restore", "rules", "doctor", "server");

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask, clock, digests()));
      case "fix" -> Optional.of(new FixFiles(mask, clock, digests()));
      case "hash" -> Optional.of(new Hash(mask, digests()));
      case "run" -> Optional.of(new RunCommand(mask, machines()));
      case "runs" -> Optional.of(new ListRuns(machines(), clock.getZone()));
      case "restore" -> Optional.of(new RestoreRun(machines()));
      case "rules" -> Optional.of(new ListRules());
      case "doctor" -> Optional.of(new Doctor(version, variables, System.getProperties()));
      case "server" -> Optional.of(new Serve(version, clock, variables));
      default -> Optional.empty();
    };
  }

  private MachineOptions machines() {
    return new MachineOptions(variables, clock);
  }

  private DigestCache digests() {
    return MachineOptions.digests(variables);
  }
}
