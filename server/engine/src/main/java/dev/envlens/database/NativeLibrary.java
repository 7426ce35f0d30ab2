package dev.envlens.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, which its driver takes out of the jar at each start, unless the system property
 * {@code org.sqlite.lib.path} names a folder that has it. That is more work than all else that a
 * short command does.
 */
public final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Puts it into {@code folder}, which is made.
   *
   * @throws IOException when that can't be done, or there is none for this system
   */
  public static void keepIn(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(place)) {
      if (library == null) {
        throw new FileNotFoundException(place);
      }
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, name, ".part");
      Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
