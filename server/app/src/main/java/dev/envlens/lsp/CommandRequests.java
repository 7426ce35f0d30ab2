package dev.envlens.lsp;

import com.google.gson.JsonElement;
import dev.envlens.build.BuildFailure;
import dev.envlens.build.BuildRefused;
import dev.envlens.check.Secrets;
import dev.envlens.command.Commands;
import dev.envlens.command.Refused;
import dev.envlens.database.DatabaseFault;
import dev.envlens.docker.EngineFault;
import dev.envlens.registry.RegistryFault;
import dev.envlens.run.RunFault;
import dev.envlens.workspace.WorkspaceFault;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Runs commands, on threads of their own: one that takes long holds up nothing but others like it.
 */
final class CommandRequests {

  private final Session session;

  CommandRequests(Session session) {
    this.session = session;
  }

  CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    if (!Commands.has(params.getCommand())) {
      return CompletableFuture.failedFuture(
          refused("envlens has no command '%s'.".formatted(params.getCommand())));
    }
    if (session.isQuiet()) {
      return CompletableFuture.failedFuture(shuttingDown());
    }
    var progress = session.running().begin(Optional.ofNullable(params.getWorkDoneToken()));
    var answer = new CompletableFuture<Object>();
    var unusedEnd =
        start(params, progress)
            .whenComplete(
                (result, failure) -> {
                  progress.end();
                  session.did();
                  if (failure == null) {
                    answer.complete(result);
                  } else {
                    answer.completeExceptionally(
                        progress.isCancelled() ? new CancellationException() : told(failure));
                  }
                });
    var unusedCancel =
        answer.whenComplete(
            (result, failure) -> {
              if (answer.isCancelled()) {
                progress.cancel();
              }
            });
    return answer;
  }

  private CompletableFuture<JsonElement> start(
      ExecuteCommandParams params, RunningCommand progress) {
    try {
      return CompletableFuture.completedFuture(new OpenFiles(session, progress))
          .thenComposeAsync(
              desk -> {
                progress.check();
                return Commands.run(params.getCommand(), params.getArguments(), desk);
              },
              session.workers().commanding());
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(shuttingDown());
    }
  }

  /** What the client is told of a failure. */
  private static Throwable told(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refused) {
      return refused(cause.getMessage());
    }
    boolean isSentence =
        cause instanceof EngineFault
            || cause instanceof RegistryFault
            || cause instanceof BuildRefused
            || cause instanceof BuildFailure
            || cause instanceof RunFault
            || cause instanceof DatabaseFault
            || cause instanceof WorkspaceFault;
    return isSentence
        ? error(ResponseErrorCode.RequestFailed, Secrets.mask(cause.getMessage()))
        : cause;
  }

  private static ResponseErrorException refused(String message) {
    return error(ResponseErrorCode.InvalidParams, message);
  }

  private static ResponseErrorException shuttingDown() {
    return error(ResponseErrorCode.InvalidRequest, "The server is shutting down.");
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
