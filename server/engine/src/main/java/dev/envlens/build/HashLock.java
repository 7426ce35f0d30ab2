package dev.envlens.build;

import dev.envlens.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Held by whoever builds the image of one hash: of all threads and processes of the user, one. The
 * system lets go of it when the process ends, however that comes.
 */
final class HashLock implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final FileChannel channel;

  private HashLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until it can be held.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   * @throws BuildRefused when nothing can be written to the folder
   */
  static HashLock take(Path folder, String hash, Progress progress) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(hash), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        boolean waited = false;
        // A lock that can be waited for can't be cancelled.
        while (tryLock(channel).isEmpty()) {
          if (!waited) {
            progress.step("Waiting: somebody else builds this image already", -1);
          }
          waited = true;
          progress.check();
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new HashLock(channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw LogFile.unusable(folder, e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException anotherThread) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
