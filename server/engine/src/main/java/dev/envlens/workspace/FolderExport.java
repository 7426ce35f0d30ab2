package dev.envlens.workspace;

import dev.envlens.workspace.WorkspaceFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes registered versions back to folders, where they hash the same. */
public final class FolderExport {

  private final Workspace workspace;

  public FolderExport(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes the files of {@code version}, with their modes and links.
   *
   * @param folder is made; it may be there when it is empty
   * @return the path of the environment's YAML
   * @throws WorkspaceFault {@code REFUSED} when the folder holds something, {@code UNREACHABLE}
   *     when it can't be written
   */
  public Path write(EnvironmentVersion version, Path folder) {
    try {
      requireEmpty(folder);
      var files = version.content().files();
      requireInside(version, folder, files);
      Files.createDirectories(folder);
      // Links last: nothing is written through one.
      for (StoredFile file :
          files.stream().sorted(Comparator.comparing(f -> f.link().isPresent())).toList()) {
        write(version, file, folder.resolve(file.path()));
      }
      return folder.resolve(version.content().definition());
    } catch (IOException fault) {
      throw new WorkspaceFault(
          Kind.UNREACHABLE,
          "Can't write '%s' to %s: %s.".formatted(version.id().label(), folder, reason(fault)),
          fault);
    }
  }

  private static String reason(IOException fault) {
    if (fault instanceof FileSystemException named) {
      String file = named.getFile() == null ? "it" : named.getFile();
      String why = named.getReason() == null ? "permission is missing" : named.getReason();
      return file + ": " + why;
    }
    return fault.getMessage();
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean empty = false;
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        empty = entries.findAny().isEmpty();
      }
    }
    if (!empty) {
      throw new WorkspaceFault(
          Kind.REFUSED,
          "%s isn't an empty folder, and nothing is written over. Name one that isn't there yet."
              .formatted(folder));
    }
  }

  /** A database may have been tampered with: nothing may be written outside of the folder. */
  private static void requireInside(
      EnvironmentVersion version, Path folder, List<StoredFile> files) {
    Path root = folder.toAbsolutePath().normalize();
    List<String> links =
        files.stream().filter(file -> file.link().isPresent()).map(StoredFile::path).toList();
    for (StoredFile file : files) {
      boolean throughLink = links.stream().anyMatch(link -> file.path().startsWith(link + "/"));
      if (throughLink || !isInside(root, file)) {
        throw new WorkspaceFault(
            Kind.REFUSED,
            "'%s' of '%s' would lie outside of %s, so nothing was written. Register the definition again."
                .formatted(file.path(), version.id().label(), folder));
      }
    }
  }

  private static boolean isInside(Path root, StoredFile file) {
    try {
      Path place = root.resolve(file.path());
      boolean inside = place.equals(place.normalize()) && place.startsWith(root);
      Optional<Path> target = file.link().map(link -> place.getParent().resolve(link).normalize());
      boolean linksInside =
          target.isEmpty()
              || (!Path.of(file.link().get()).isAbsolute() && target.get().startsWith(root));
      return inside && !place.equals(root) && linksInside;
    } catch (InvalidPathException notHere) {
      return false;
    }
  }

  private void write(EnvironmentVersion version, StoredFile file, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    if (file.link().isPresent()) {
      Files.createSymbolicLink(place, Path.of(file.link().get()));
      return;
    }
    var digest = Blobs.sha256();
    try (InputStream in = workspace.open(version, file);
        var out = new DigestOutputStream(Files.newOutputStream(place), digest)) {
      in.transferTo(out);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      Files.delete(place);
      throw new IOException(
          "the stored content of '%s' is damaged. Register the definition again"
              .formatted(file.path()));
    }
    if (file.executable() && Files.getFileStore(place).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> modes = Files.getPosixFilePermissions(place);
      modes.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(place, modes);
    }
  }
}
