package dev.envlens.cli;

import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.Listing;
import dev.envlens.workspace.StoredFile;
import dev.envlens.workspace.WorkspaceFields;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens show}: says what is registered under a name. */
final class ShowEnvironment implements Command {

  private final Workspaces workspaces;

  ShowEnvironment(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Show a registered environment: one version, or all of them.");
    return MachineOptions.workspace(spec)
        .addPositional(Workspaces.argument(0, "NAME[:VERSION]", "The environment."))
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var named = Listing.Named.of(arguments.matchedPositionalValue(0, ""));
    return workspaces.printing(
        arguments,
        shell,
        workspace ->
            Workspaces.json(arguments)
                ? JsonText.ofValue(WorkspaceFields.show(workspace, named, false))
                : text(named, new Listing(workspace).versions(named)));
  }

  private static String text(Listing.Named named, List<EnvironmentVersion> versions) {
    return named.version().isPresent() ? whole(versions.get(0)) : lines(versions);
  }

  private static String lines(List<EnvironmentVersion> versions) {
    var text = new StringBuilder();
    for (var version : versions) {
      text.append(
              "%s  %s  %s by %s"
                  .formatted(
                      version.content().hash().substring(0, 8),
                      version.id().label(),
                      version.history().created(),
                      Visible.text(version.history().createdBy())))
          .append(version.history().archived() ? "  archived" : "")
          .append('\n');
    }
    return text.toString();
  }

  private static String whole(EnvironmentVersion version) {
    var text = new StringBuilder(version.id().label());
    text.append(version.history().archived() ? "  archived\n" : "\n");
    line(text, "hash", version.content().hash());
    line(text, "kind", version.content().kind());
    if (!version.notes().description().isEmpty()) {
      line(text, "about", version.notes().description());
    }
    version.notes().tags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(tag -> line(text, "tag", tag.getKey() + ": " + tag.getValue()));
    line(text, "registered", version.history().created() + " by " + version.history().createdBy());
    if (!version.history().modified().equals(version.history().created())) {
      line(text, "changed", version.history().modified().toString());
    }
    line(text, "from", version.history().source());
    for (StoredFile file : version.content().files()) {
      String link = file.link().map(target -> " -> " + target).orElse("");
      line(text, "file", file.path() + link);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  %-12s%s\n".formatted(label, Visible.text(value.strip())));
  }
}
