package dev.envlens.command;

import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFields;
import java.util.List;
import java.util.Map;

/** Lists the environments of the workspace, as {@code envlens list --format json} does. */
final class ListEnvironments extends WorkspaceCommand<Boolean> {

  @Override
  public String id() {
    return "envlens.server.list";
  }

  @Override
  public List<String> fields() {
    return List.of("archived");
  }

  @Override
  public Boolean read(Fields fields) {
    return fields.flag("archived");
  }

  @Override
  Map<String, Object> run(Boolean archived, Workspace workspace, Desk desk) {
    return WorkspaceFields.list(workspace, archived);
  }
}
