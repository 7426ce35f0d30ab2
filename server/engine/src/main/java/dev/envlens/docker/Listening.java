package dev.envlens.docker;

import com.github.dockerjava.api.async.ResultCallback;
import dev.envlens.progress.Progress;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/** Listens to what an engine says while it works. */
abstract class Listening<T> extends ResultCallback.Adapter<T> {

  private volatile Throwable fault;

  /** docker-java would log it with its trace; whoever waits is told instead. */
  @Override
  public final void onError(Throwable thrown) {
    if (fault == null) {
      fault = thrown;
    }
    stop();
  }

  /**
   * Waits for the end.
   *
   * @throws RuntimeException as docker-java has it, when the engine refused or went away
   * @throws CancellationException when cancelled
   */
  final void await(Progress progress) {
    progress.whenCancelled(this::stop);
    try {
      awaitCompletion();
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    progress.check();
    if (fault instanceof RuntimeException told) {
      throw told;
    }
    if (fault != null) {
      throw new IllegalStateException(fault);
    }
  }

  final void stop() {
    try {
      close();
    } catch (IOException ended) {
      // It has ended one way or another.
    }
  }
}
