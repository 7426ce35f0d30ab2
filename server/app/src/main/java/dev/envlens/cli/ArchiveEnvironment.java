package dev.envlens.cli;

import dev.envlens.workspace.Listing;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens archive}: hides an environment from lists, or one version of it. */
final class ArchiveEnvironment implements Command {

  private static final String RESTORE = "--restore";

  private final Workspaces workspaces;

  ArchiveEnvironment(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Hide a registered environment from lists.");
    return MachineOptions.workspace(spec)
        .addPositional(
            Workspaces.argument(0, "NAME[:VERSION]", "The environment; without VERSION all of it."))
        .addOption(Options.flag(RESTORE, "Take it out of the archive again.").build());
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var named = Listing.Named.of(arguments.matchedPositionalValue(0, ""));
    boolean restored = arguments.hasMatchedOption(RESTORE);
    return workspaces.printing(
        arguments,
        shell,
        workspace -> {
          workspace.archive(named.name(), named.version(), !restored);
          return (restored ? "Restored " : "Archived ") + named.label() + "\n";
        });
  }
}
