package dev.envlens.run;

import dev.envlens.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A program that runs on this machine, with its streams passed on. */
final class LocalProcess {

  private static final long SECONDS_TO_STOP = 2;

  private final ProcessBuilder builder;

  /**
   * @param variables beside those of this process
   */
  LocalProcess(List<String> command, Path folder, Map<String, String> variables) {
    this.builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
  }

  /**
   * Runs it to its end and answers its exit status.
   *
   * @throws IOException when it can't be started
   */
  int run(Streams streams, Progress progress) throws IOException {
    progress.check();
    Process process = builder.start();
    progress.whenCancelled(() -> stop(process));
    try {
      Thread out = copy(process.getInputStream(), streams.out());
      Thread err = copy(process.getErrorStream(), streams.err());
      feed(process, streams);
      int status = process.waitFor();
      out.join();
      err.join();
      progress.check();
      return status;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException().initCause(interrupted);
    } finally {
      stop(process);
    }
  }

  private static void feed(Process process, Streams streams) throws IOException {
    if (streams.in().isPresent()) {
      copy(streams.in().get(), process.getOutputStream(), true);
    } else {
      process.getOutputStream().close();
    }
  }

  private static Thread copy(InputStream from, OutputStream to) {
    return copy(from, to, false);
  }

  private static Thread copy(InputStream from, OutputStream to, boolean closes) {
    var thread =
        new Thread(
            () -> {
              try {
                byte[] piece = new byte[8192];
                for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                  to.write(piece, 0, read);
                  to.flush();
                }
                if (closes) {
                  to.close();
                }
              } catch (IOException ended) {
                // Either side is gone: there is nothing more to pass on.
              }
            },
            "run-stream");
    thread.setDaemon(true); // one that waits for a terminal must not keep the process alive
    thread.start();
    return thread;
  }

  private static void stop(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
