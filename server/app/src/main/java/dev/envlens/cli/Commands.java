package dev.envlens.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The commands there are. Naming them loads none. */
record Commands(
    String version, UnaryOperator<String> mask, Clock clock, Map<String, String> variables) {

  /** Commands that belong together, in the order in which they are told. */
  record Group(String title, List<String> names) {}

  static final List<Group> GROUPS =
      List.of(
          new Group("Files", List.of("check", "fix", "hash", "diff", "new")),
          new Group("The workspace", List.of("register", "list", "show", "archive", "export")),
          new Group("Images", List.of("build", "status", "image", "pin", "curated")),
          new Group("Runs", List.of("run", "runs", "restore")),
          new Group("envlens itself", List.of("rules", "doctor", "server")));

  static List<String> names() {
    return GROUPS.stream().flatMap(group -> group.names().stream()).toList();
  }

  Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new Check(version, mask, clock, machines()));
      case "fix" -> Optional.of(new FixFiles(mask, clock, machines()));
      case "hash" -> Optional.of(new Hash(mask, machines().digests()));
      case "diff" -> Optional.of(new Diff(mask, clock, variables));
      case "new" -> Optional.of(new New(clock, variables));
      case "register" -> Optional.of(new RegisterEnvironment(workspaces()));
      case "list" -> Optional.of(new ListEnvironments(workspaces()));
      case "show" -> Optional.of(new ShowEnvironment(workspaces()));
      case "archive" -> Optional.of(new ArchiveEnvironment(workspaces()));
      case "export" -> Optional.of(new ExportEnvironment(workspaces()));
      case "build" -> Optional.of(new BuildImage(mask, machines()));
      case "status" -> Optional.of(new ShowStatus(mask, clock, machines()));
      case "image" -> Optional.of(new ShowImage(machines()));
      case "pin" -> Optional.of(new PinPackages(mask, machines()));
      case "curated" -> Optional.of(new Curated(clock, variables));
      case "run" -> Optional.of(new RunCommand(mask, machines()));
      case "runs" -> Optional.of(new ListRuns(machines(), clock.getZone()));
      case "restore" -> Optional.of(new RestoreRun(machines()));
      case "rules" -> Optional.of(new ListRules());
      case "doctor" ->
          Optional.of(new Doctor(version, variables, System.getProperties(), machines()));
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
