package dev.envlens.lsp;

import com.google.gson.JsonObject;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** An editor, with what envlens says beyond the language server protocol; docs/protocol.md. */
public interface EnvlensClient extends LanguageClient {

  /** Where the image of an environment of an open document is cached. */
  @JsonNotification("envlens/status")
  default void status(JsonObject status) {}

  /** Lines that a program printed; only for a client that asked for them. */
  @JsonNotification("envlens/log")
  default void log(JsonObject lines) {}
}
