package dev.envlens.cli;

import dev.envlens.database.DatabaseFault;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What the commands on the workspace have in common. */
record Workspaces(UnaryOperator<String> mask, MachineOptions machines) {

  Workspaces(UnaryOperator<String> mask, Clock clock, Map<String, String> variables) {
    this(mask, new MachineOptions(variables, clock));
  }

  /** Something to do with the workspace; what it answers is printed. */
  int printing(ParseResult arguments, Shell shell, Function<Workspace, String> work) {
    return with(
        arguments,
        shell,
        workspace -> {
          shell.print(mask.apply(work.apply(workspace)));
          return Status.FINE;
        });
  }

  /** Something to do with the workspace, which answers a {@link Status}. */
  int with(ParseResult arguments, Shell shell, Function<Workspace, Integer> work) {
    return withMachine(arguments, shell, machine -> work.apply(machine.workspace()));
  }

  /** The same with all of the machine. */
  int withMachine(ParseResult arguments, Shell shell, Function<Machine, Integer> work) {
    try (var machine = machines.machine(arguments, shell)) {
      return work.apply(machine);
    } catch (WorkspaceFault fault) {
      shell.say(mask.apply(fault.getMessage()));
      return switch (fault.kind()) {
        case TAKEN, REFUSED -> Status.NOT_FINE;
        case NOT_FOUND, CONFLICT, UNREACHABLE -> Status.FAILED;
      };
    } catch (DatabaseFault fault) {
      throw new Misuse(mask.apply(fault.getMessage()));
    }
  }

  static boolean json(ParseResult arguments) {
    return arguments.matchedOptionValue("--format", "text").equals("json");
  }

  /** An argument that must be there. */
  static PositionalParamSpec argument(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(String.class)
        .index(Integer.toString(index))
        .arity("1")
        .required(true)
        .description(description)
        .build();
  }
}
