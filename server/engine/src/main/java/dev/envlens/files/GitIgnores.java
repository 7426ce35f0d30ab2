package dev.envlens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * The ignore files that rule a folder, as git applies them: each folder's {@code .gitignore}, the
 * nearest first, then the repository's {@code .git/info/exclude}. Immutable.
 */
final class GitIgnores {

  static final String FILE = ".gitignore";

  private final Optional<GitIgnores> outer;
  private final Path base;
  private final IgnoreNode rules;

  private GitIgnores(Optional<GitIgnores> outer, Path base, IgnoreNode rules) {
    this.outer = outer;
    this.base = base;
    this.rules = rules;
  }

  /**
   * What rules {@code folder} from outside: the ignore files above it, up to its repository's root,
   * and the repository's own. Empty when there are none, or no repository.
   *
   * @param folder a real path
   */
  static Optional<GitIgnores> above(Path folder) {
    Deque<Path> folders = new ArrayDeque<>();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        Optional<GitIgnores> ignores = with(Optional.empty(), at, at.resolve(".git/info/exclude"));
        folders.push(at);
        folders.removeLast();
        for (Path above : folders) {
          ignores = in(ignores, above);
        }
        return ignores;
      }
      folders.push(at);
    }
    return Optional.empty();
  }

  /** {@code outer} and, before it, the ignore file of {@code folder} if there is a readable one. */
  static Optional<GitIgnores> in(Optional<GitIgnores> outer, Path folder) {
    return with(outer, folder, folder.resolve(FILE));
  }

  boolean ignores(Path path, boolean isFolder) {
    Boolean here = rules.checkIgnored(FileNames.slashed(base.relativize(path)), isFolder);
    return here != null ? here : outer.isPresent() && outer.get().ignores(path, isFolder);
  }

  private static Optional<GitIgnores> with(Optional<GitIgnores> outer, Path base, Path file) {
    if (!(Standing.at(file) instanceof Standing.File)) {
      return outer;
    }
    IgnoreNode rules = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file)) {
      rules.parse(FileNames.slashed(file), in);
    } catch (IOException unreadable) {
      return outer;
    }
    return Optional.of(new GitIgnores(outer, base, rules));
  }
}
