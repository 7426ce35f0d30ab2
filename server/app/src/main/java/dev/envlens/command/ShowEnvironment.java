package dev.envlens.command;

import dev.envlens.workspace.Listing;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFields;
import java.util.List;
import java.util.Map;

/** Shows what is registered under a name, as {@code envlens show --format json} does. */
final class ShowEnvironment extends WorkspaceCommand<ShowEnvironment.Arguments> {

  /**
   * @param texts whether the texts of the files are wanted
   */
  record Arguments(Listing.Named named, boolean texts) {}

  @Override
  public String id() {
    return "envlens.server.show";
  }

  @Override
  public List<String> fields() {
    return List.of("name", "version", "texts");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        new Listing.Named(fields.text("name"), fields.optionalText("version")),
        fields.flag("texts"));
  }

  @Override
  Map<String, Object> run(Arguments arguments, Workspace workspace, Desk desk) {
    return WorkspaceFields.show(workspace, arguments.named(), arguments.texts());
  }
}
