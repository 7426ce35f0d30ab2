package dev.envlens.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * All that a file system tells of a file without opening it. A file that looks the same as before
 * holds the same bytes, unless it was changed so soon before the look that a later change may bear
 * the same time: the rule of Git's index for "racily clean" entries.
 *
 * @param kind what it is
 * @param size in bytes
 * @param modified when it was written last, in nanoseconds since 1970; anybody may set that
 * @param changed when its inode changed last, which nobody can set; on a system that doesn't say,
 *     when it was made
 * @param device where its inode is; 0 on a system that doesn't say
 * @param inode 0 on a system that doesn't say
 * @param mode its permissions and type as the system has them; 0 on a system that doesn't say
 */
record FileLook(
    Kind kind, long size, long modified, long changed, long device, long inode, int mode) {

  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private static final int OWNER_EXECUTES = 0100;

  /** More than the grain of any clock that files with fractions of a second are stamped by. */
  private static final long GRAIN = TimeUnit.MILLISECONDS.toNanos(100);

  /** That of file systems that know no fractions: FAT's is the coarsest. */
  private static final long COARSE_GRAIN = TimeUnit.SECONDS.toNanos(2);

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final String UNIX = "unix:mode,size,lastModifiedTime,ctime,dev,ino";

  /** Looks at {@code path}; a link isn't followed. */
  static FileLook at(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return ofUnix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS));
    }
    return ofOther(
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private static FileLook ofUnix(Map<String, Object> attributes) {
    int mode = (int) attributes.get("mode");
    return new FileLook(
        kind(mode),
        (long) attributes.get("size"),
        nanos((FileTime) attributes.get("lastModifiedTime")),
        nanos((FileTime) attributes.get("ctime")),
        (long) attributes.get("dev"),
        (long) attributes.get("ino"),
        mode);
  }

  /** The type among the bits of {@code st_mode}, as POSIX's sys/stat.h has them everywhere. */
  private static Kind kind(int mode) {
    return switch (mode & 0170000) {
      case 0100000 -> Kind.FILE;
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.LINK;
      default -> Kind.OTHER;
    };
  }

  private static FileLook ofOther(BasicFileAttributes attributes) {
    Kind kind =
        attributes.isSymbolicLink()
            ? Kind.LINK
            : attributes.isRegularFile()
                ? Kind.FILE
                : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    return new FileLook(
        kind,
        attributes.size(),
        nanos(attributes.lastModifiedTime()),
        nanos(attributes.creationTime()),
        0,
        0,
        0);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** Its owner's bit; false where the file system has none. */
  boolean isExecutable() {
    return (mode & OWNER_EXECUTES) != 0;
  }

  /**
   * Whether it was changed so shortly before {@code now} that a change to come may not show. Where
   * the system keeps the time of any change, that alone counts: the other may lie in the future.
   *
   * @param now nanoseconds since 1970, taken before the look
   */
  boolean isRacy(long now) {
    long last = inode == 0 ? Math.max(modified, changed) : changed;
    return now - last < (last % SECOND == 0 ? COARSE_GRAIN : GRAIN);
  }
}
