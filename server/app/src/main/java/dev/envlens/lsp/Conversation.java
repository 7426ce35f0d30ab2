package dev.envlens.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.slf4j.LoggerFactory;

/** Connects a server and a client over two streams. */
public final class Conversation {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Conversation.class);

  /**
   * LSP4J logs what it can't handle with all its parameters, and so with the text of documents. It
   * is held here, since a logger that nobody holds loses its level.
   */
  private static final Logger PROTOCOL = Logger.getLogger(RemoteEndpoint.class.getName());

  private Conversation() {}

  /** What listens once it is started; the server knows the client from here on. */
  public static Launcher<EnvlensClient> of(EnvlensServer server, InputStream in, OutputStream out) {
    PROTOCOL.setLevel(LOG.isDebugEnabled() ? Level.ALL : Level.OFF);
    var launcher =
        new LSPLauncher.Builder<EnvlensClient>()
            .setLocalService(server)
            .setRemoteInterface(EnvlensClient.class)
            .setInput(in)
            .setOutput(out)
            .configureGson(DiagnosticJson::configure)
            .setExceptionHandler(Conversation::error)
            .create();
    server.connect(launcher.getRemoteProxy());
    return launcher;
  }

  /** The answer to a request that failed: one line, without a trace. */
  private static ResponseError error(Throwable failure) {
    var cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ResponseErrorException known) {
      return known.getResponseError();
    }
    if (cause instanceof CancellationException) {
      return new ResponseError(ResponseErrorCode.RequestCancelled, "Cancelled.", null);
    }
    if (cause instanceof UnsupportedOperationException) {
      return new ResponseError(
          ResponseErrorCode.MethodNotFound, "envlens doesn't offer this.", null);
    }
    LOG.error("A request failed: {}", cause.getClass().getSimpleName());
    LOG.debug("The failure", cause);
    return new ResponseError(
        ResponseErrorCode.InternalError,
        "envlens can't answer this request (%s).".formatted(cause.getClass().getSimpleName()),
        null);
  }
}
