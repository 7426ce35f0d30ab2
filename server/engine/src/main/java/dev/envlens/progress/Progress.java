package dev.envlens.progress;

import java.util.concurrent.CancellationException;

/**
 * Whoever started something long and watches it. Any thread may call; what is said holds no
 * secrets.
 */
public interface Progress {

  /**
   * A step begins.
   *
   * @param title what is done, as in "Step 2/3: RUN pip install …"
   * @param percent of the whole, 0 to 100; negative where that can't be said
   */
  void step(String title, int percent);

  /** A line of what a program prints. */
  void line(String line);

  /** Whether it is to stop. */
  boolean isCancelled();

  /** Has {@code action} run once when it is to stop; at once if that was said already. */
  void whenCancelled(Runnable action);

  /** Ends what was cancelled. */
  default void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }

  /** Nobody watches, and nobody stops it. */
  static Progress unwatched() {
    return new Progress() {
      @Override
      public void step(String title, int percent) {}

      @Override
      public void line(String line) {}

      @Override
      public boolean isCancelled() {
        return false;
      }

      @Override
      public void whenCancelled(Runnable action) {}
    };
  }
}
