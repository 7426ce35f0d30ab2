package dev.envlens.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks without opening it: enough to tell, mostly, whether it has changed since.
 *
 * @param size in bytes; of a folder, and of nothing, a number below 0
 * @param modified when it was last written, in nanoseconds
 * @param recent whether that was so shortly before this stamp was taken that a later change may
 *     bear the same time
 */
public record FileStamp(long size, long modified, boolean recent) {

  /** The stamp of what isn't there. */
  public static final FileStamp NOTHING = new FileStamp(-1, 0, false);

  private static final FileStamp FOLDER = new FileStamp(-2, 0, false);

  /** More than the grain of any clock that files are stamped by, FAT's excepted. */
  private static final long GRAIN = TimeUnit.MILLISECONDS.toNanos(100);

  /** The stamp of what stands at {@code path} now, links followed. */
  public static FileStamp of(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return FOLDER;
      }
      long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      return new FileStamp(attributes.size(), modified, now - modified < GRAIN);
    } catch (IOException gone) {
      return NOTHING;
    }
  }

  /** Whether the file is surely what it was when this stamp was taken, given its stamp now. */
  public boolean stillHolds(FileStamp now) {
    return !recent && size == now.size && modified == now.modified;
  }
}
