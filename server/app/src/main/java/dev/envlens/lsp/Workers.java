package dev.envlens.lsp;

import java.util.Set;
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

  private static final Set<String> BACKGROUND = Set.of("envlens-index", "envlens-digest");

  private final ExecutorService computing = pool("envlens-compute", 2);
  private final ExecutorService reading = pool("envlens-read", 2);
  private final ExecutorService hashing = pool("envlens-hash", 1);

  private final ExecutorService indexing = pool("envlens-index", 1);
  private final ExecutorService digesting = pool("envlens-digest", 1);

  /** How many commands run at once; each mostly waits for an engine or a registry. */
  private final ExecutorService commanding = pool("envlens-command", 8);

  private final ExecutorService asking = pool("envlens-ask", 3);

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

  /** Runs commands, which may take long. */
  ExecutorService commanding() {
    return commanding;
  }

  /** Asks engines, registries and databases, of which any may not answer. */
  ExecutorService asking() {
    return asking;
  }

  /** Keeps the index of the workspace: nobody waits for it. */
  ExecutorService indexing() {
    return indexing;
  }

  /** Reads whole folders for the index. */
  ExecutorService digesting() {
    return digesting;
  }

  /** Runs {@code task} after a while. */
  static void later(long milliseconds, Runnable task) {
    CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(task);
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
    indexing.shutdownNow();
    digesting.shutdownNow();
    commanding.shutdownNow();
    asking.shutdownNow();
  }

  /** Waits for what is under way after {@link #close}: commands tidy up. */
  void awaitEnd(long milliseconds) {
    try {
      commanding.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
      computing.awaitTermination(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // a wish: nothing relies on its being heard
  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          if (BACKGROUND.contains(name)) {
            thread.setPriority(Thread.MIN_PRIORITY);
          }
          return thread;
        });
  }
}
