package dev.envlens.cli;

import dev.envlens.check.Finding;
import dev.envlens.check.FixAll;
import dev.envlens.files.DigestCache;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

/**
 * The files that {@code envlens fix} was pointed at. Only these are edited: what they lead to is
 * looked at, and left alone unless it is among them. A link stands for its file, if that is among
 * them or the link was named.
 */
final class FilesToFix implements FixAll.Files {

  private final Targets targets;
  private final FileChecks checks;
  private final ForkJoinPool pool;
  private final Surroundings disk;

  /** By the real path, for a file may have several names. */
  private final Map<Path, Path> names = new LinkedHashMap<>();

  private final Map<Path, String> texts = new HashMap<>();
  private final Map<Path, Throwable> faults = new ConcurrentHashMap<>();
  private final Map<Path, List<Finding>> found = new ConcurrentHashMap<>();
  private Map<URI, String> known = Map.of();

  FilesToFix(Targets targets, FileChecks checks, ForkJoinPool pool, DigestCache digests) {
    this.disk = new DiskSurroundings(FileChecks.MAX_BYTES, digests, () -> false);
    this.targets = targets;
    this.checks = checks;
    this.pool = pool;
    targets.files().forEach(this::take);
  }

  private void take(Path file) {
    Path full = Targets.full(file);
    var state = TextFiles.read(full, FileChecks.MAX_BYTES);
    if (!(state instanceof FileState.Text text)) {
      if (isNamed(full) || !FileChecks.isJson(full)) {
        targets.problems().put(full, Reasons.of(state));
      }
      return;
    }
    Path real = real(full);
    if (!real.equals(full) && !isWithinTargets(full, real)) {
      targets.problems().put(full, "is a link to a file that wasn't named, and is left as it is");
      return;
    }
    if (names.merge(real, full, (one, other) -> one.equals(real) ? one : other).equals(full)) {
      texts.put(real, text.text());
    }
  }

  private boolean isWithinTargets(Path full, Path real) {
    return isNamed(full)
        || targets.starts().stream()
            .map(Targets::full)
            .map(FilesToFix::real)
            .anyMatch(real::startsWith);
  }

  private boolean isNamed(Path full) {
    return targets.named().contains(full);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /** Why files aren't read; to be added to. */
  Map<Path, String> problems() {
    return targets.problems();
  }

  boolean lacksWhatWasNamed() {
    return targets.lacksWhatWasNamed();
  }

  /** What went wrong with us, by file. */
  Map<Path, Throwable> faults() {
    return new TreeMap<>(faults);
  }

  /** Where the file is, by the name that it was found under. */
  Path path(URI editable) {
    return names.get(FileUris.toPath(editable).orElseThrow());
  }

  @Override
  public Optional<URI> editable(URI file) {
    return FileUris.toPath(file)
        .map(Targets::full)
        .map(FilesToFix::real)
        .filter(names::containsKey)
        .map(FileUris::of);
  }

  @Override
  public String text(URI editable) {
    return texts.get(FileUris.toPath(editable).orElseThrow());
  }

  @Override
  public List<Finding> check(Map<URI, String> changed) {
    var news =
        changed.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(known.get(entry.getKey())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    known = Map.copyOf(changed);
    var around = new Changed(changed, disk);
    var tasks =
        names.keySet().stream()
            .filter(file -> !found.containsKey(file) || isTouched(file, news))
            .map(file -> pool.submit(() -> check(file, around)))
            .toList();
    tasks.forEach(task -> task.join());
    return names.keySet().stream()
        .flatMap(file -> found.getOrDefault(file, List.of()).stream())
        .toList();
  }

  /** Whether the file, or one that something was found in because of it, has changed. */
  private boolean isTouched(Path file, Set<URI> news) {
    return news.contains(FileUris.of(file))
        || found.get(file).stream()
            .anyMatch(
                finding -> editable(finding.place().file()).filter(news::contains).isPresent());
  }

  private void check(Path real, Surroundings around) {
    Path name = names.get(real);
    String text =
        around.file(FileUris.of(real)) instanceof FileState.Text now ? now.text() : texts.get(real);
    try {
      found.put(real, checks.findings(name, isNamed(name), text, around));
    } catch (RuntimeException | StackOverflowError fault) {
      faults.put(name, fault);
      found.put(real, List.of());
    }
  }

  /** The files as they will be. */
  private final class Changed implements Surroundings {
    private final Map<URI, String> texts;
    private final Surroundings disk;

    Changed(Map<URI, String> texts, Surroundings disk) {
      this.texts = texts;
      this.disk = disk;
    }

    @Override
    public FileState file(URI uri) {
      if (!texts.isEmpty()) {
        var changed = editable(uri).map(texts::get);
        if (changed.isPresent()) {
          return new FileState.Text(changed.get());
        }
      }
      return disk.file(uri);
    }

    @Override
    public ContextState context(URI uri) {
      return disk.context(uri);
    }
  }
}
