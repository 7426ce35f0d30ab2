package dev.envlens.files;

import dev.envlens.link.Listing;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists folders, one level deep and no more than {@value #MOST} names of each. */
public final class FolderListing {

  private static final int MOST = 2_000;

  private FolderListing() {}

  /** What {@code folder} holds now. Names that can't be written in a text are left out. */
  public static Listing of(Path folder) {
    List<Listing.Named> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (names.size() == MOST) {
          break;
        }
        FileNames.of(entry)
            .ifPresent(name -> names.add(new Listing.Named(name, Files.isDirectory(entry))));
      }
    } catch (IOException | DirectoryIteratorException | SecurityException unreadable) {
      return new Listing.Missing();
    }
    names.sort(Comparator.comparing(Listing.Named::name));
    return new Listing.Names(names);
  }
}
