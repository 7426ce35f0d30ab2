package dev.envlens.catalogue;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CatalogueJson;
import dev.envlens.files.TextFiles;
import dev.envlens.files.WrittenFiles;
import dev.envlens.link.FileState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The catalogue that a user made, in a file; the shipped one where there is none. */
public final class UserCatalogue {

  private static final long MAX_BYTES = 50L << 20;

  private final Path file;

  /**
   * @param file where it is, or is to be
   */
  public UserCatalogue(Path file) {
    this.file = file;
  }

  /**
   * What is in the file, else the shipped one. Reads the disk.
   *
   * @throws CatalogueFault when there is a file that is no catalogue
   */
  public Catalogue read() {
    return own().orElseGet(Catalogue::shipped);
  }

  /** The same, where a file that is no catalogue is none. */
  public Catalogue readOrShipped() {
    try {
      return read();
    } catch (CatalogueFault unusable) {
      return Catalogue.shipped();
    }
  }

  private Optional<Catalogue> own() {
    var state = TextFiles.read(file, MAX_BYTES);
    if (state instanceof FileState.Missing) {
      return Optional.empty();
    }
    var catalogue =
        state instanceof FileState.Text text
            ? Catalogue.parse(text.text())
            : Optional.<Catalogue>empty();
    if (catalogue.isEmpty()) {
      throw new CatalogueFault(
          "'%s' is no catalogue of curated environments. Delete it, or make it again with 'envlens curated update'."
              .formatted(file));
    }
    return catalogue;
  }

  /**
   * Writes {@code catalogue} in one go: whoever reads meanwhile reads the old one.
   *
   * @throws CatalogueFault when that can't be done
   */
  public void write(Catalogue catalogue) {
    String text = CatalogueJson.file(catalogue);
    try {
      if (Files.exists(file)) {
        var fault = WrittenFiles.replace(file, text);
        if (fault.isPresent()) {
          throw new CatalogueFault("'%s' %s.".formatted(file, fault.get()));
        }
        return;
      }
      Path parent = file.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      Path beside = Files.createTempFile(parent, ".envlens", ".tmp");
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(beside, file);
    } catch (IOException fault) {
      throw new CatalogueFault("'%s' can't be written: %s.".formatted(file, fault.getMessage()));
    }
  }

  /** Where it is. */
  public Path file() {
    return file;
  }
}
