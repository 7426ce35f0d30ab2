package dev.envlens.files;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a Git working tree as they were at some revision. Only what is asked for is taken
 * out of the repository, into a folder that goes when this is closed. What Git does to files when
 * it checks them out (line ends, filters) isn't done. For one thread.
 */
public final class GitRevision implements Surroundings, AutoCloseable {

  private final Repository repository;
  private final Path tree;
  private final ObjectId files;
  private final Path copies;
  private final Surroundings copied;

  private GitRevision(Repository repository, Path tree, ObjectId files, long maxBytes)
      throws IOException {
    this.repository = repository;
    this.tree = tree;
    this.files = files;
    this.copies = Files.createTempDirectory("envlens-revision").toRealPath();
    this.copied = new DiskSurroundings(maxBytes);
  }

  /**
   * Opens the repository that {@code file} is in, or would be.
   *
   * @param revision as Git has it: a branch, a tag, a commit, {@code HEAD~2}
   * @param maxBytes as in {@link DiskSurroundings}
   * @return empty where there is no repository, or no such revision in it
   */
  public static Optional<GitRevision> open(Path file, String revision, long maxBytes)
      throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || revision.isBlank()) {
      return Optional.empty();
    }
    var builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    Repository repository = builder.setMustExist(true).build();
    try {
      var files = repository.isBare() ? Optional.<ObjectId>empty() : files(repository, revision);
      if (files.isPresent()) {
        Path tree = repository.getWorkTree().toPath().toAbsolutePath().normalize();
        return Optional.of(new GitRevision(repository, tree, files.get(), maxBytes));
      }
    } catch (IOException fault) {
      repository.close();
      throw fault;
    }
    repository.close();
    return Optional.empty();
  }

  private static Optional<ObjectId> files(Repository repository, String revision)
      throws IOException {
    try (var walk = new RevWalk(repository)) {
      ObjectId commit = repository.resolve(revision + "^{commit}");
      return commit == null
          ? Optional.empty()
          : Optional.of(walk.parseCommit(commit).getTree().getId());
    } catch (RevisionSyntaxException | MissingObjectException none) {
      return Optional.empty();
    }
  }

  @Override
  public FileState file(URI uri) {
    var path = inTree(uri);
    if (path.isEmpty()) {
      return new FileState.Missing(List.of());
    }
    try {
      copyFile(path.get());
      return copied.file(FileUris.of(copies.resolve(path.get())));
    } catch (IOException fault) {
      return new FileState.Unreadable(Standing.reason(fault));
    }
  }

  @Override
  public ContextState context(URI uri) {
    var path = inTree(uri);
    if (path.isEmpty()) {
      return new ContextState.Missing(List.of());
    }
    try {
      copyFolder(path.get());
      return copied.context(FileUris.of(copies.resolve(path.get())));
    } catch (IOException fault) {
      return new ContextState.Unusable("it " + Standing.reason(fault));
    }
  }

  /** The path within the working tree, {@code /} between parts; of the tree itself empty. */
  private Optional<String> inTree(URI uri) {
    return FileUris.toPath(uri)
        .map(Path::normalize)
        .filter(path -> path.startsWith(tree))
        .map(path -> FileNames.slashed(tree.relativize(path)));
  }

  /** Copies a file; makes the folder where there is one of that name. */
  private void copyFile(String path) throws IOException {
    if (path.isEmpty()) {
      return;
    }
    try (var found = TreeWalk.forPath(repository, path, files)) {
      if (found == null) {
        return;
      }
      if (found.getFileMode() == FileMode.TREE) {
        Files.createDirectories(within(path));
      } else {
        copy(path, found);
      }
    }
  }

  private void copyFolder(String path) throws IOException {
    copyFile(path);
    try (var all = new TreeWalk(repository)) {
      ObjectId folder = files;
      if (!path.isEmpty()) {
        try (var found = TreeWalk.forPath(repository, path, files)) {
          if (found == null || found.getFileMode() != FileMode.TREE) {
            return;
          }
          folder = found.getObjectId(0);
        }
      }
      all.addTree(folder);
      all.setRecursive(true);
      while (all.next()) {
        copy(path.isEmpty() ? all.getPathString() : path + "/" + all.getPathString(), all);
      }
    }
  }

  private void copy(String path, TreeWalk entry) throws IOException {
    Path place = within(path);
    FileMode mode = entry.getFileMode();
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) || mode == FileMode.GITLINK) {
      return;
    }
    Files.createDirectories(place.getParent());
    if (!place.getParent().toRealPath().startsWith(copies)) {
      throw new IOException("a link in the repository leads out of it");
    }
    var content = repository.open(entry.getObjectId(0));
    if (mode == FileMode.SYMLINK) {
      Files.createSymbolicLink(
          place, Path.of(new String(content.getBytes(), StandardCharsets.UTF_8)));
      return;
    }
    try (OutputStream out = Files.newOutputStream(place)) {
      content.copyTo(out);
    }
    if (mode == FileMode.EXECUTABLE_FILE
        && Files.getFileStore(place).supportsFileAttributeView("posix")) {
      var modes = Files.getPosixFilePermissions(place);
      modes.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(place, modes);
    }
  }

  /** A repository may have been made by anybody: nothing is written outside of the copies. */
  private Path within(String path) throws IOException {
    Path place = copies.resolve(path).normalize();
    if (!place.startsWith(copies)) {
      throw new IOException("the repository has a file outside of itself");
    }
    return place;
  }

  @Override
  public void close() {
    repository.close();
    try (var all = Files.walk(copies)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      // A copy that can't be deleted lies in the system's folder for such.
      copies.toFile().deleteOnExit();
    }
  }
}
