package dev.envlens.cli;

import dev.envlens.definition.Definition;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.link.Surroundings;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.Registrar;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import dev.envlens.workspace.WorkspaceFields;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens register}: keeps an environment as a version in the workspace. */
final class RegisterEnvironment implements Command {

  private static final String NAME = "--name";
  private static final String VERSION = "--version";
  private static final String PREVIEW = "--preview";

  private final Workspaces workspaces;

  RegisterEnvironment(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Register an environment: the next version, if it changed.");
    return MachineOptions.workspace(OneDefinition.options(spec))
        .addOption(
            Options.value(
                NAME, "NAME", String.class, "Register it under this name instead of its own."))
        .addOption(
            Options.value(
                VERSION, "VERSION", String.class, "Register this version instead of the next."))
        .addOption(Options.flag(PREVIEW, "Change nothing, only say what would be done.").build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var disk = new DiskSurroundings(FileChecks.MAX_BYTES);
    var definition = OneDefinition.of(arguments, shell, disk);
    return workspaces.with(
        arguments, shell, workspace -> register(arguments, shell, workspace, definition, disk));
  }

  private int register(
      ParseResult arguments,
      Shell shell,
      Workspace workspace,
      Definition definition,
      Surroundings disk) {
    boolean preview = arguments.hasMatchedOption(PREVIEW);
    var registrar = new Registrar(workspace);
    var request =
        new Registrar.Request(
            Optional.ofNullable(arguments.matchedOptionValue(NAME, null)),
            Optional.ofNullable(arguments.matchedOptionValue(VERSION, null)),
            new ShownPaths(shell.folder()).of(definition.source().uri()),
            Machine.user());
    try {
      var registration =
          preview
              ? registrar.preview(definition, disk, request)
              : registrar.register(definition, disk, request);
      shell.print(
          Workspaces.json(arguments)
              ? JsonText.ofValue(WorkspaceFields.of(registration))
              : registration.told(preview) + "\n");
      return Status.FINE;
    } catch (WorkspaceFault fault) {
      if (preview && Workspaces.json(arguments) && fault.kind() == WorkspaceFault.Kind.TAKEN) {
        shell.print(JsonText.ofValue(WorkspaceFields.taken(fault)));
        return Status.NOT_FINE;
      }
      throw fault;
    }
  }
}
