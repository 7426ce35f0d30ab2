package dev.envlens.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells of single files whether a {@link FileWalk} of some folders meets them, without walking. */
public final class FileScope {

  private final List<Path> folders;

  /**
   * @param folders what is walked
   */
  public FileScope(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Whether a walk meets {@code file}, if it is there. */
  public boolean meets(Path file) {
    Path name = file.getFileName();
    return name != null
        && FileWalk.isCandidate(name)
        && folders.stream().anyMatch(folder -> meets(folder, file));
  }

  private static boolean meets(Path folder, Path file) {
    if (!file.startsWith(folder)) {
      return false;
    }
    try {
      Path at = folder.toRealPath();
      Optional<GitIgnores> ignores = GitIgnores.above(at);
      Path way = folder.relativize(file);
      for (int i = 0; i < way.getNameCount(); i++) {
        boolean isFolder = i < way.getNameCount() - 1;
        ignores = GitIgnores.in(ignores, at);
        at = at.resolve(way.getName(i));
        Path here = at;
        if (way.getName(i).toString().equals(".git")
            || (isFolder && Files.isSymbolicLink(at))
            || ignores.filter(rules -> rules.ignores(here, isFolder)).isPresent()) {
          return false;
        }
      }
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
