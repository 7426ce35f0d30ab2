package dev.envlens.cli;

import dev.envlens.build.BuildFailure;
import dev.envlens.build.BuildRefused;
import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.Definition;
import dev.envlens.docker.EngineFault;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.run.RunFault;
import dev.envlens.run.Runs;
import dev.envlens.run.Streams;
import dev.envlens.workspace.Registrar;
import dev.envlens.workspace.WorkspaceFault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens run}: runs a command in an environment, and ends as the command does. */
final class RunCommand implements Command {

  private static final int INTERRUPTED = 130;

  private final UnaryOperator<String> mask;
  private final MachineOptions machines;

  RunCommand(UnaryOperator<String> mask, MachineOptions machines) {
    this.mask = mask;
    this.machines = machines;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Run a command in an environment, which is registered, and built if need be.");
    return MachineOptions.all(OneDefinition.options(spec))
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("-- COMMAND")
                .type(String[].class)
                .index("1..*")
                .arity("1..*")
                .required(true)
                .description("The program and its arguments; no shell takes them apart.")
                .build())
        .addOption(
            Options.flag(
                    "--conda", "Run in a conda environment of this machine, not in a container.")
                .build())
        .addOption(
            Options.value(
                "--name", "NAME", String.class, "Register it under this name instead of its own."))
        .addOption(
            Options.value(
                "--network",
                "NETWORK",
                String.class,
                "The container's network, as docker run takes it (default: the engine's)."));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    try (var machine = machines.machine(arguments, shell);
        var progress = InterruptedRun.of(shell)) {
      var disk =
          new DiskSurroundings(FileChecks.MAX_BYTES, machine.digests(), progress::isCancelled);
      var definition = OneDefinition.of(arguments, shell, disk);
      var record =
          machine
              .runs()
              .run(
                  definition,
                  disk,
                  request(arguments, shell, definition, machine.user()),
                  new Streams(Optional.of(shell.in()), shell.out(), shell.err()),
                  progress);
      return record.end().orElseThrow().status();
    } catch (RunFault fault) {
      shell.say(mask.apply(fault.getMessage()));
      return fault.status();
    } catch (BuildRefused | BuildFailure | EngineFault | WorkspaceFault | DatabaseFault fault) {
      shell.say(mask.apply(fault.getMessage()));
      return RunFault.FAILED;
    } catch (CancellationException interrupted) {
      return INTERRUPTED;
    }
  }

  private static Runs.Request request(
      ParseResult arguments, Shell shell, Definition definition, String user) {
    String[] command = arguments.matchedPositionalValue(1, new String[0]);
    return new Runs.Request(
        List.of(command),
        shell.folder().toAbsolutePath().normalize(),
        Optional.ofNullable(arguments.matchedOptionValue("--network", null)),
        arguments.hasMatchedOption("--conda"),
        new Registrar.Request(
            Optional.ofNullable(arguments.matchedOptionValue("--name", null)),
            Optional.empty(),
            new ShownPaths(shell.folder()).of(definition.source().uri()),
            user));
  }
}
