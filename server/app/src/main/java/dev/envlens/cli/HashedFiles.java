package dev.envlens.cli;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.files.DigestCache;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The environments of files that were named.
 *
 * @param status not fine when one of them has no hash, or a file none of them
 */
record HashedFiles(List<HashedEnvironment> environments, int status) {

  /** Reads {@code files}; says what can't be read, and what defines nothing. */
  static HashedFiles of(String[] files, Shell shell, DigestCache digests) {
    var paths = new ShownPaths(shell.folder());
    var disk = new DiskSurroundings(FileChecks.MAX_BYTES, digests, () -> false);
    List<HashedEnvironment> hashed = new ArrayList<>();
    int status = Status.FINE;
    for (String file : files) {
      Path path = shell.path(file);
      var state = TextFiles.read(path, FileChecks.MAX_BYTES);
      if (!(state instanceof FileState.Text text)) {
        shell.say(paths.of(path) + " " + Reasons.of(state));
        status = Status.FAILED;
        continue;
      }
      var source = new Source(FileUris.of(path), Yaml.parse(text.text()));
      var contents = Contents.of(source, disk);
      if (contents.definitions().isEmpty()) {
        shell.say(paths.of(path) + " " + whyNone(contents));
        status = Math.max(status, Status.NOT_FINE);
      }
      for (var definition : contents.definitions()) {
        var environment = HashedEnvironment.of(definition, disk, paths);
        hashed.add(environment);
        status = Math.max(status, environment.isKnown() ? Status.FINE : Status.NOT_FINE);
      }
    }
    return new HashedFiles(hashed, status);
  }

  private static String whyNone(Contents contents) {
    if (!contents.condaFiles().isEmpty()) {
      return "is a conda file: name the environment that uses it";
    }
    return contents.uses().isEmpty()
        ? "defines no environment"
        : "defines no environment, it only names some";
  }
}
