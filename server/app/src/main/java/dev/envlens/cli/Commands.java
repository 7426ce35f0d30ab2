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
          "fix",
          "hash",
          "diff",
          "new",
          "curated",
          "status",
          "build",
          "image",
          "pin",
          "run",
          "runs",
          "restore",
          "register",
          "list",
          "show",
          "archive",
          "export",
          "rules",
          "doctor",
          "server");

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask, clock, machines()));
      case "fix" -> Optional.of(new FixFiles(mask, clock, machines()));
      case "hash" -> Optional.of(new Hash(mask, machines().digests()));
      case "diff" -> Optional.of(new Diff(mask, clock, variables));
      case "new" -> Optional.of(new New(clock, variables));
      case "curated" -> Optional.of(new Curated(clock, variables));
      case "status" -> Optional.of(new ShowStatus(mask, clock, machines()));
      case "build" -> Optional.of(new BuildImage(mask, machines()));
      case "image" -> Optional.of(new ShowImage(machines()));
      case "pin" -> Optional.of(new PinPackages(mask, machines()));
      case "run" -> Optional.of(new RunCommand(mask, machines()));
      case "runs" -> Optional.of(new ListRuns(machines(), clock.getZone()));
      case "restore" -> Optional.of(new RestoreRun(machines()));
      case "register" -> Optional.of(new RegisterEnvironment(workspaces()));
      case "list" -> Optional.of(new ListEnvironments(workspaces()));
      case "show" -> Optional.of(new ShowEnvironment(workspaces()));
      case "archive" -> Optional.of(new ArchiveEnvironment(workspaces()));
      case "export" -> Optional.of(new ExportEnvironment(workspaces()));
      case "rules" -> Optional.of(new ListRules());
      case "doctor" -> Optional.of(new Doctor(version, variables, System.getProperties()));
      case "server" -> Optional.of(new Serve(version, clock, variables));
      default -> Optional.empty();
    };
  }

  private MachineOptions machines() {
    return new MachineOptions(variables, clock);
  }

  private Workspaces workspaces() {
    return machines().workspaces(mask);
  }
}
