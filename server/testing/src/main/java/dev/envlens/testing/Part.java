package dev.envlens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server process with a folder of its own, which goes with it. */
final class Part implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

  private final Path folder;
  private Process process;

  Part(String name) {
    try {
      this.folder = Files.createTempDirectory("envlens-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  Path folder() {
    return folder;
  }

  /** Starts {@code command} and waits until {@code ready}; its output goes to {@code log}. */
  void start(List<String> command, BooleanSupplier ready) {
    var log = folder.resolve("log").toFile();
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      process.getOutputStream().close();
      var end = Instant.now().plus(PATIENCE);
      while (!ready.getAsBoolean()) {
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          throw new AssertionError(
              "%s did not start:%n%s".formatted(command.get(0), Files.readString(log.toPath())));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Ends it, at once and without a goodbye when {@code hard}. */
  void stop(boolean hard) {
    if (process == null) {
      return;
    }
    var children = process.descendants().toList();
    if (hard) {
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    } else {
      process.destroy();
    }
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  @Override
  public void close() {
    stop(false);
    endWhatOutlivedIt();
    unmount();
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // What is left is in the folder for temporary files.
    }
  }

  /** Who watches a container stays when its engine is killed, with all that runs there. */
  private void endWhatOutlivedIt() {
    var end = Instant.now().plus(PATIENCE_AT_THE_END);
    for (var left = ofThis(); !left.isEmpty() && Instant.now().isBefore(end); left = ofThis()) {
      left.forEach(
          process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
          });
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private List<ProcessHandle> ofThis() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder + "/"))
        .toList();
  }

  /** Engines mount things below their folder, which couldn't be removed then. */
  private void unmount() {
    try {
      var mounts = new ArrayList<>(Files.readAllLines(Path.of("/proc/self/mounts")));
      Collections.reverse(mounts);
      for (String mount : mounts) {
        String place = mount.split(" ", -1)[1];
        if (place.startsWith(folder + "/")) {
          Program.run(Map.of(), List.of("umount", "-l", place));
        }
      }
    } catch (IOException | AssertionError e) {
      // Nothing is mounted where there is no such list, and what stays mounted only stays.
    }
  }
}
