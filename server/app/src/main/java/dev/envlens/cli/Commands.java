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
          "fix",
          "hash",
          "register",
          "list",
          "show",
          "archive",
          "export",
          "run",
          "runs",
          "restore",
          "rules",
          "doctor",
          "server");

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask, clock, variables));
      case "fix" -> Optional.of(new FixFiles(mask, clock, digests()));
      case "hash" -> Optional.of(new Hash(mask, digests()));
      case "register" -> Optional.of(new RegisterEnvironment(workspaces()));
      case "list" -> Optional.of(new ListEnvironments(workspaces()));
      case "show" -> Optional.of(new ShowEnvironment(workspaces()));
      case "archive" -> Optional.of(new ArchiveEnvironment(workspaces()));
      case "export" -> Optional.of(new ExportEnvironment(workspaces()));
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

  private Workspaces workspaces() {
    return new Workspaces(mask, clock, variables);
  }
}
