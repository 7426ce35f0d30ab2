package dev.envlens.command;

import dev.envlens.workspace.Listing;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFields;
import java.util.List;
import java.util.Map;

/** Hides an environment from lists, or one version of it; {@code envlens archive} does the same. */
final class ArchiveEnvironment extends WorkspaceCommand<ArchiveEnvironment.Arguments> {

  /**
   * @param restore whether it is taken out of the archive again
   */
  record Arguments(Listing.Named named, boolean restore) {}

  @Override
  public String id() {
    return "envlens.server.archive";
  }

  @Override
  public List<String> fields() {
    return List.of("name", "version", "restore");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        new Listing.Named(fields.text("name"), fields.optionalText("version")),
        fields.flag("restore"));
  }

  @Override
  Map<String, Object> run(Arguments arguments, Workspace workspace, Desk desk) {
    var named = arguments.named();
    workspace.archive(named.name(), named.version(), !arguments.restore());
    return WorkspaceFields.show(workspace, named, false);
  }
}
