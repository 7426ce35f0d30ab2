package dev.envlens.cli;

import dev.envlens.workspace.FolderExport;
import dev.envlens.workspace.Listing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens export}: writes a registered environment back to files. */
final class ExportEnvironment implements Command {

  private final Workspaces workspaces;

  ExportEnvironment(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Write the files of a registered environment, which have the same hash.");
    return MachineOptions.workspace(spec)
        .addPositional(
            Workspaces.argument(
                0, "NAME[:VERSION]", "The environment; without VERSION the newest."))
        .addPositional(
            Workspaces.argument(1, "FOLDER", "A folder that is empty or isn't there yet."));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var named = Listing.Named.of(arguments.matchedPositionalValue(0, ""));
    var folder = shell.path(arguments.matchedPositionalValue(1, ""));
    return workspaces.printing(
        arguments,
        shell,
        workspace -> {
          var version = new Listing(workspace).version(named);
          var written = new FolderExport(workspace).write(version, folder);
          return "Wrote %s to %s\n"
              .formatted(version.id().label(), new ShownPaths(shell.folder()).of(written));
        });
  }
}
