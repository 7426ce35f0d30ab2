package dev.envlens.command;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.envlens.check.Secrets;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A command on the workspace; its result has the fields that the command line prints as JSON.
 *
 * @param <A> what it is told
 */
abstract class WorkspaceCommand<A> implements Command<A, Map<String, Object>> {

  /**
   * Does it.
   *
   * @throws WorkspaceFault when it can't be done
   */
  abstract Map<String, Object> run(A arguments, Workspace workspace, Desk desk);

  @Override
  public final CompletableFuture<Map<String, Object>> run(A arguments, Desk desk) {
    try {
      return CompletableFuture.completedFuture(run(arguments, desk.machine().workspace(), desk));
    } catch (WorkspaceFault fault) {
      if (fault.kind() == WorkspaceFault.Kind.UNREACHABLE) {
        throw fault; // that isn't for what was asked
      }
      throw new Refused(Secrets.mask(fault.getMessage()));
    }
  }

  @Override
  public final JsonElement write(Map<String, Object> result) {
    return new Gson().toJsonTree(result);
  }
}
