package dev.envlens.cli;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one environment of a file that a command was given. */
record DefinitionFile(Definition definition, DiskSurroundings disk) {

  /**
   * @param pointer which, where the file defines several
   * @throws Misuse when the file can't be read, or it isn't plain which environment is meant
   */
  static DefinitionFile of(Path path, Optional<String> pointer, Shell shell) {
    String name = new ShownPaths(shell.folder()).of(path);
    var state = TextFiles.read(path, FileChecks.MAX_BYTES);
    if (!(state instanceof FileState.Text text)) {
      throw new Misuse(name + " " + Reasons.of(state));
    }
    var disk = new DiskSurroundings(FileChecks.MAX_BYTES);
    var contents = Contents.of(new Source(FileUris.of(path), Yaml.parse(text.text())), disk);
    var found =
        contents.definitions().stream()
            .filter(definition -> pointer.map(definition.pointer()::equals).orElse(true))
            .toList();
    if (found.isEmpty()) {
      throw new Misuse(
          name + " defines no environment" + pointer.map(at -> " at '" + at + "'").orElse(""));
    }
    if (found.size() > 1) {
      throw new Misuse(
          "%s defines %d environments: say by --pointer which is meant, one of %s"
              .formatted(
                  name,
                  found.size(),
                  found.stream()
                      .map(definition -> "'" + definition.pointer() + "'")
                      .collect(Collectors.joining(", "))));
    }
    return new DefinitionFile(found.get(0), disk);
  }

  /**
   * The hash, 64 hex digits.
   *
   * @throws Misuse with the reason when there is none
   */
  String hash() {
    var hashing = Hashing.of(definition, disk);
    if (hashing instanceof Hashing.Known known) {
      return known.hash().hex();
    }
    throw new Misuse(
        "%s has no hash, so it has no image: %s"
            .formatted(definition.label(), ((Hashing.Unknown) hashing).reason()));
  }
}
