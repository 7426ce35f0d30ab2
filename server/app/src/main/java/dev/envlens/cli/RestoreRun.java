package dev.envlens.cli;

import dev.envlens.database.DatabaseFault;
import dev.envlens.run.RunFault;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens restore}: writes the files of a run's environment back. */
final class RestoreRun implements Command {

  private final MachineOptions machines;

  RestoreRun(MachineOptions machines) {
    this.machines = machines;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Write the files of a run's environment back, which have the same hash.");
    return MachineOptions.workspace(spec)
        .addPositional(
            Options.arguments(
                "RUN [FOLDER]",
                "1..2",
                "The run, as 'envlens runs' numbers it, and a folder that is empty or isn't there"
                    + " yet (default: NAME-VERSION in the working folder)."));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String[] given = arguments.matchedPositionalValue(0, new String[0]);
    try (var machine = machines.machine(arguments, shell)) {
      var environment = machine.runs().find(given[0]).what().environment();
      Path folder =
          shell.path(
              given.length > 1 ? given[1] : environment.name() + "-" + environment.version());
      Path yaml = machine.runs().restore(given[0], folder);
      shell.print(
          "%s of run %s is in %s\n"
              .formatted(
                  environment.label(),
                  given[0],
                  Visible.text(new ShownPaths(shell.folder()).of(yaml))));
      return Status.FINE;
    } catch (RunFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(fault.getMessage());
    }
  }
}
