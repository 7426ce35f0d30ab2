package dev.envlens.create;

import dev.envlens.compare.SourceFault;
import dev.envlens.workspace.DefinitionFolder;
import dev.envlens.workspace.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Files in a folder where none of them is yet.
 *
 * @param folder is made where it isn't there
 */
record NewFiles(Path folder) {

  /** Writes texts by their paths, the environment's first. */
  List<Path> write(Map<String, String> files) {
    requireFree(files.keySet());
    List<Path> written = new ArrayList<>();
    try {
      for (var file : files.entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        written.add(write(file.getKey(), new ByteArrayInputStream(bytes)));
      }
    } catch (IOException fault) {
      throw NewEnvironment.cantWrite(folder, fault);
    }
    return written;
  }

  /** Writes a definition with what belongs to it; its own file comes first in the result. */
  List<Path> write(DefinitionFolder made) {
    requireFree(made.content().files().stream().map(StoredFile::path).toList());
    List<Path> written = new ArrayList<>();
    try {
      for (StoredFile file : made.content().files()) {
        Path place = write(file, made);
        boolean isDefinition = file.path().equals(made.content().definition());
        written.add(isDefinition ? 0 : written.size(), place);
      }
    } catch (IOException fault) {
      throw NewEnvironment.cantWrite(folder, fault);
    }
    return written;
  }

  private Path write(StoredFile file, DefinitionFolder made) throws IOException {
    if (file.link().isPresent()) {
      Path place = folder.resolve(file.path());
      Files.createDirectories(place.getParent());
      return Files.createSymbolicLink(place, Path.of(file.link().get()));
    }
    Path place;
    try (var in = made.open(file)) {
      place = write(file.path(), in);
    }
    if (file.executable() && Files.getFileStore(place).supportsFileAttributeView("posix")) {
      var modes = Files.getPosixFilePermissions(place);
      modes.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(place, modes);
    }
    return place;
  }

  private Path write(String path, InputStream content) throws IOException {
    Path place = folder.resolve(path);
    Files.createDirectories(place.getParent());
    // Somebody may have made it since it was looked for.
    try (var out =
        Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.transferTo(out);
    }
    return place;
  }

  private void requireFree(Collection<String> paths) {
    for (String path : paths) {
      Path place = folder.resolve(path);
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new SourceFault(
            "'%s' is there already, and nothing is written over. Name another folder."
                .formatted(place));
      }
    }
  }
}
