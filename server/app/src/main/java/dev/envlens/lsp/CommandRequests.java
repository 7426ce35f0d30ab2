package dev.envlens.lsp;

import dev.envlens.command.Commands;
import dev.envlens.command.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Runs commands, on a thread that may wait for the disk. */
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
      return CompletableFuture.failedFuture(
          new ResponseErrorException(
              new ResponseError(
                  ResponseErrorCode.InvalidRequest, "The server is shutting down.", null)));
    }
    return CompletableFuture.completedFuture(new OpenFiles(session))
        .thenComposeAsync(
            desk -> Commands.run(params.getCommand(), params.getArguments(), desk),
            session.workers().reading())
        .<Object>thenApply(Function.identity())
        .exceptionallyCompose(CommandRequests::failed);
  }

  private static CompletableFuture<Object> failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return CompletableFuture.failedFuture(
        cause instanceof Refused ? refused(cause.getMessage()) : cause);
  }

  private static ResponseErrorException refused(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }
}
