package dev.envlens.cache;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that wait for others here: few, gone when idle, and never in a process's way. */
final class Threads {

  private static final int MOST = 2;
  private static final int IDLE_SECONDS = 10;

  private Threads() {}

  static ThreadPoolExecutor named(String name) {
    var threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "envlens-cache-" + name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
