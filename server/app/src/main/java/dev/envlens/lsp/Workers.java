package dev.envlens.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's threads: the only class that knows what kind they are. */
final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final ExecutorService computing = pool("envlens-compute", 2);
  private final ExecutorService reading = pool("envlens-read", 2);
  private final ExecutorService hashing = pool("envlens-hash", 1);

  /** Runs what only computes. */
  ExecutorService computing() {
    return computing;
  }

  /** Runs what waits for a disk. */
  ExecutorService reading() {
    return reading;
  }

  /** Runs what reads whole folders, so that no single file waits for it. */
  ExecutorService hashing() {
    return hashing;
  }

  /** Answers a request; cancelling the future cancels the work. */
  <T> CompletableFuture<T> answer(Function<CancelChecker, T> work) {
    return CompletableFutures.computeAsync(computing, work);
  }

  /** Lets {@code request} go its way; a failure is logged. */
  static void send(String what, CompletableFuture<?> request) {
    var unused =
        request.whenComplete(
            (result, failure) -> {
              if (failure != null) {
                LOG.warn("{} failed: {}", what, failure.getMessage());
              }
            });
  }

  @Override
  public void close() {
    computing.shutdownNow();
    reading.shutdownNow();
    hashing.shutdownNow();
  }

  /** Waits for what is under way after {@link #close}. */
  void awaitEnd(long milliseconds) {
    try {
      computing.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
