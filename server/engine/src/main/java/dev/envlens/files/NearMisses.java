package dev.envlens.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What may have been meant by a path that leads nowhere: the same name with other capitals, {@code
 * .yml} for {@code .yaml}, a slip of a few letters, or the same name in a folder close by.
 *
 * <p>The search is bounded: at most {@value #ENTRIES} entries are looked at, {@value #DEPTH} levels
 * down from the nearest folder that exists, and the folder above it. Links aren't followed.
 */
final class NearMisses {

  private static final int ENTRIES = 2_000;
  private static final int DEPTH = 3;
  private static final int ANSWERS = 3;
  private static final Set<String> CLUTTER =
      Set.of(".git", "node_modules", "__pycache__", ".venv", "site-packages");

  private record Level(Path folder, int below) {}

  private record Candidate(int distance, String path) {}

  private final Path folder;
  private final String name;
  private final boolean wantsFolder;
  private final List<Candidate> candidates = new ArrayList<>();
  private int left = ENTRIES;

  private NearMisses(Path missing, boolean wantsFolder) {
    this.folder = missing.getParent();
    this.name = FileNames.of(missing).orElse("");
    this.wantsFolder = wantsFolder;
  }

  /**
   * The files that {@code missing} may have meant, best first, at most {@value #ANSWERS}: relative
   * to its folder, whether that exists or not, with {@code /}.
   */
  static List<String> files(Path missing) {
    return of(missing, false);
  }

  /** The same for a folder. */
  static List<String> folders(Path missing) {
    return of(missing, true);
  }

  private static List<String> of(Path missing, boolean wantsFolder) {
    Path path = missing.toAbsolutePath().normalize();
    return path.getParent() == null ? List.of() : new NearMisses(path, wantsFolder).search();
  }

  private List<String> search() {
    Path start = folder;
    while (start != null && !Files.isDirectory(start)) {
      start = start.getParent();
    }
    if (start == null) {
      return List.of();
    }
    Set<Path> seen = new HashSet<>();
    walk(start, DEPTH, seen);
    Path above = start.getParent();
    // The root of a machine holds nobody's project.
    if (start.equals(folder) && above != null && above.getParent() != null) {
      walk(above, DEPTH - 1, seen);
    }
    return candidates.stream()
        .sorted(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(Candidate::path, FileNames.UTF_8_ORDER))
        .map(Candidate::path)
        .limit(ANSWERS)
        .toList();
  }

  private void walk(Path start, int depth, Set<Path> seen) {
    Queue<Level> levels = new ArrayDeque<>(List.of(new Level(start, depth)));
    while (!levels.isEmpty() && left > 0) {
      Level level = levels.remove();
      if (!seen.add(level.folder)) {
        continue;
      }
      for (Path entry : entries(level.folder)) {
        boolean isFolder = Files.isDirectory(entry);
        if (isFolder == wantsFolder) {
          judge(level.folder, entry);
        }
        boolean enters = isFolder && level.below > 1 && !Files.isSymbolicLink(entry);
        if (enters && !CLUTTER.contains(entry.getFileName().toString())) {
          levels.add(new Level(entry, level.below - 1));
        }
      }
    }
  }

  private List<Path> entries(Path of) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(of)) {
      for (Path entry : stream) {
        if (left-- <= 0) {
          break;
        }
        entries.add(entry);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return entries;
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }

  private void judge(Path in, Path entry) {
    String other = FileNames.of(entry).orElse("");
    int slips = slips(other);
    if (slips < 0 || folder.startsWith(entry)) {
      return;
    }
    Path relative = folder.relativize(entry);
    if (in.equals(folder)) {
      candidates.add(new Candidate(slips, FileNames.slashed(relative)));
    } else if (slips == 0) {
      // Behind every slip in the folder itself; the fewer steps away, the better.
      int far = 10 * relative.getNameCount() + (other.equals(name) ? 0 : 1);
      candidates.add(new Candidate(far, FileNames.slashed(relative)));
    }
  }

  /** How many letters differ, capitals and the spelling of {@code .yaml} aside; -1: too many. */
  private int slips(String other) {
    String meant = spelling(name);
    int dot = meant.lastIndexOf('.');
    int stem = dot > 0 ? dot : meant.length();
    int most = stem < 3 ? 0 : stem < 5 ? 1 : stem < 9 ? 2 : 3;
    return new LevenshteinDistance(most).apply(meant, spelling(other));
  }

  private static String spelling(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") ? lower.substring(0, lower.length() - 4) + "yml" : lower;
  }
}
