package dev.envlens.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds the files to check.
 *
 * <p>A file that is named is taken whatever it is called. A folder is walked for {@code .yml},
 * {@code .yaml} and {@code .json}, hidden ones included, but without {@code .git} and without what
 * git ignores ({@link GitIgnores}). Links to files are read through, and so is a link that is
 * named; links to folders are not entered. What can't be read is a {@link Problem}, and the rest
 * goes on; of {@code .json} files met on a walk, which are seldom ours, nothing is said.
 */
public final class FileWalk {

  /** The files, each once, and the problems: both sorted by path. */
  public record Found(List<Path> files, List<Problem> problems) {}

  /** Why {@code path} isn't checked; {@code reason} goes on after its name. */
  public record Problem(Path path, String reason) {}

  private final long maxBytes;
  private final ForkJoinPool pool;
  private final BooleanSupplier cancelled;

  /**
   * @param maxBytes the size over which a file isn't read
   * @param pool walks the folders
   * @param cancelled asked now and then, from several threads; once it says true, the walk ends
   *     with a {@link CancellationException}
   */
  public FileWalk(long maxBytes, ForkJoinPool pool, BooleanSupplier cancelled) {
    this.maxBytes = maxBytes;
    this.pool = pool;
    this.cancelled = cancelled;
  }

  /**
   * What {@code starts}, files and folders, have to check. Paths begin as their start does.
   *
   * @throws CancellationException when cancelled
   */
  public Found of(List<Path> starts) {
    Walk walk = new Walk();
    starts.forEach(walk::start);
    return new Found(distinct(walk.files, file -> file), distinct(walk.problems, Problem::path));
  }

  /**
   * Sorted by where they are; of those that are one file by name, the one that is said shortest.
   */
  private static <T> List<T> distinct(Collection<T> all, Function<T, Path> path) {
    Map<String, T> sorted = new TreeMap<>(FileNames.UTF_8_ORDER);
    Comparator<T> byLength = Comparator.comparingInt(item -> path.apply(item).toString().length());
    for (T item : all) {
      String where = FileNames.slashed(path.apply(item).toAbsolutePath().normalize());
      sorted.merge(where, item, BinaryOperator.minBy(byLength));
    }
    return List.copyOf(sorted.values());
  }

  /** A folder to walk: its path as it is shown, and as it really is, by which it is judged. */
  private record Folder(Path shown, Path real, Optional<GitIgnores> outer) {}

  /** One walk, with what it has found so far. */
  private final class Walk {
    private final Queue<Path> files = new ConcurrentLinkedQueue<>();
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();

    void start(Path path) {
      Standing standing = Standing.at(path);
      if (standing instanceof Standing.Folder) {
        startFolder(path);
      } else if (standing instanceof Standing.File file) {
        take(path, file.size(), true);
      } else if (standing instanceof Standing.Fault fault) {
        problems.add(new Problem(path, fault.reason()));
      } else {
        problems.add(new Problem(path, missing(path)));
      }
    }

    private String missing(Path path) {
      List<String> nearby = NearMisses.files(path);
      return nearby.isEmpty()
          ? "isn't there"
          : "isn't there: did you mean '%s'?"
              .formatted(FileNames.slashed(path.resolveSibling(nearby.get(0)).normalize()));
    }

    private void startFolder(Path path) {
      try {
        Path real = path.toRealPath();
        Path shown = path.normalize().toString().isEmpty() ? Path.of("") : path;
        Folder folder = new Folder(shown, real, GitIgnores.above(real));
        pool.invoke(ForkJoinTask.adapt(() -> walk(folder)));
      } catch (IOException fault) {
        problems.add(new Problem(path, Standing.reason(fault)));
      }
    }

    private void take(Path path, long size, boolean says) {
      if (size <= maxBytes) {
        files.add(path);
      } else if (says) {
        problems.add(new Problem(path, SizeWords.tooLarge(size, maxBytes)));
      }
    }

    private void walk(Folder folder) {
      List<Path> names = names(folder);
      boolean ruled = names.stream().anyMatch(name -> name.toString().equals(GitIgnores.FILE));
      Optional<GitIgnores> ignores =
          ruled ? GitIgnores.in(folder.outer, folder.real) : folder.outer;
      List<ForkJoinTask<?>> inside = new ArrayList<>();
      for (Path name : names) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        visit(folder, name, ignores)
            .ifPresent(entered -> inside.add(ForkJoinTask.adapt(() -> walk(entered))));
      }
      ForkJoinTask.invokeAll(inside);
    }

    private List<Path> names(Folder folder) {
      List<Path> names = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.real)) {
        entries.forEach(entry -> names.add(entry.getFileName()));
      } catch (DirectoryIteratorException fault) {
        problems.add(new Problem(folder.shown, Standing.reason(fault.getCause())));
      } catch (IOException fault) {
        problems.add(new Problem(folder.shown, Standing.reason(fault)));
      }
      return names;
    }

    /** Takes a file, or answers the folder to enter. */
    private Optional<Folder> visit(Folder folder, Path name, Optional<GitIgnores> ignores) {
      Path path = folder.shown.resolve(name);
      Path entry = folder.real.resolve(name);
      boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
      if (name.toString().equals(".git")
          || !(isFolder || isCandidate(name))
          || ignores.filter(rules -> rules.ignores(entry, isFolder)).isPresent()) {
        return Optional.empty();
      }
      if (isFolder) {
        return Optional.of(new Folder(path, entry, ignores));
      }
      boolean says = !hasEnding(name, ".json");
      Standing standing = Standing.at(entry);
      if (standing instanceof Standing.File file) {
        take(path, file.size(), says);
      } else if (standing instanceof Standing.Fault fault && says) {
        problems.add(new Problem(path, fault.reason()));
      }
      return Optional.empty();
    }
  }

  /** Whether a walk takes a file of this name. */
  static boolean isCandidate(Path name) {
    return hasEnding(name, ".yml") || hasEnding(name, ".yaml") || hasEnding(name, ".json");
  }

  private static boolean hasEnding(Path name, String ending) {
    return name.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
