package dev.envlens.cli;

import dev.envlens.workspace.EnvironmentSummary;
import dev.envlens.workspace.Listing;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFields;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens list}: says which environments the workspace has. */
final class ListEnvironments implements Command {

  private static final String ARCHIVED = "--archived";

  private final Workspaces workspaces;

  ListEnvironments(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("List the environments of the workspace.");
    return MachineOptions.workspace(spec)
        .addOption(Options.flag(ARCHIVED, "List archived ones too.").build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    boolean archived = arguments.hasMatchedOption(ARCHIVED);
    return workspaces.printing(
        arguments,
        shell,
        workspace ->
            Workspaces.json(arguments)
                ? JsonText.ofValue(WorkspaceFields.list(workspace, archived))
                : text(workspace, archived, shell));
  }

  private static String text(Workspace workspace, boolean archived, Shell shell) {
    List<EnvironmentSummary> all = new Listing(workspace).environments(archived);
    if (all.isEmpty()) {
      shell.say("nothing is registered in " + workspace.label());
    }
    var text = new StringBuilder();
    for (var one : all) {
      text.append("%s  %s:%s".formatted(one.hash().substring(0, 8), one.name(), one.newest()))
          .append(one.versions() == 1 ? "" : "  %d versions".formatted(one.versions()))
          .append(one.archived() ? "  archived" : "")
          .append('\n');
    }
    return text.toString();
  }
}
