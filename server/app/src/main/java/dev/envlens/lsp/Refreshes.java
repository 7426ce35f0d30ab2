package dev.envlens.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks the client to ask again. Until it has answered, whatever else changes is worth one more
 * request, however much it is.
 */
final class Refreshes {

  /** A client that doesn't answer at all is asked again after this. */
  private static final long PATIENCE_SECONDS = 5;

  private final String what;
  private final Supplier<CompletableFuture<Void>> request;
  private boolean underWay;
  private boolean again;

  /**
   * @param what is being done, for the log
   */
  Refreshes(String what, Supplier<CompletableFuture<Void>> request) {
    this.what = what;
    this.request = request;
  }

  void ask() {
    synchronized (this) {
      again = underWay;
      if (underWay) {
        return;
      }
      underWay = true;
    }
    send();
  }

  /** Without a lock, since a client that doesn't read holds it up. */
  private void send() {
    Workers.send(
        what,
        request
            .get()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete((done, failure) -> answered()));
  }

  private void answered() {
    synchronized (this) {
      underWay = again;
      again = false;
      if (!underWay) {
        return;
      }
    }
    send();
  }
}
