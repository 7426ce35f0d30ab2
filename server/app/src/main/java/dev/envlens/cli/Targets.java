package dev.envlens.cli;

import dev.envlens.files.FileWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/**
 * The files that a command was pointed at: named, or in a folder that was.
 *
 * @param starts what was named, files and folders
 * @param files what there is to read, each once
 * @param problems why something isn't read, by its full path; to be added to
 */
record Targets(List<Path> starts, List<Path> files, Map<Path, String> problems) {

  /** Finds them; without a name in {@code given}, in the working folder. */
  static Targets of(String[] given, Shell shell, ForkJoinPool pool) {
    List<Path> starts = new ArrayList<>();
    for (String argument : given.length == 0 ? new String[] {"."} : given) {
      starts.add(shell.path(argument));
    }
    var found = new FileWalk(FileChecks.MAX_BYTES, pool, () -> false).of(starts);
    Map<Path, String> problems = new TreeMap<>();
    found.problems().forEach(problem -> problems.put(full(problem.path()), problem.reason()));
    return new Targets(starts, found.files(), problems);
  }

  static Path full(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What was named, in full. */
  Set<Path> named() {
    Set<Path> named = new HashSet<>();
    starts.forEach(start -> named.add(full(start)));
    return named;
  }

  /** Whether something that was named, rather than a folder that it is in, can't be read. */
  boolean lacksWhatWasNamed() {
    return problems.keySet().stream().anyMatch(named()::contains);
  }

  /** Says of each folder that has nothing to read that it hasn't. */
  void sayWhatHoldsNothing(Shell shell, ShownPaths paths) {
    for (Path start : starts) {
      Path folder = full(start);
      if (Files.isDirectory(folder)
          && files.stream().noneMatch(file -> full(file).startsWith(folder))
          && problems.keySet().stream().noneMatch(file -> file.startsWith(folder))) {
        shell.say(paths.of(folder) + " holds no YAML file");
      }
    }
  }
}
