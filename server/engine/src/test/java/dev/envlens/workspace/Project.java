package dev.envlens.workspace;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with definitions in it. */
record Project(Path root) {

  Project file(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  Project executable(String path, String text) {
    file(path, text).root.resolve(path).toFile().setExecutable(true);
    return this;
  }

  Project link(String path, String target) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.createSymbolicLink(root.resolve(path), Path.of(target));
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  List<Definition> definitions(String path) {
    try {
      String text = Files.readString(root.resolve(path));
      return Contents.of(
              new Source(FileUris.of(root.resolve(path)), Yaml.parse(text)), surroundings())
          .definitions();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The only one of a file. */
  Definition definition(String path) {
    var all = definitions(path);
    if (all.size() != 1) {
      throw new AssertionError(path + " defines " + all.size() + " environments");
    }
    return all.get(0);
  }

  String hash(String path) {
    return hash(definition(path));
  }

  static String hash(Definition definition) {
    return Hashing.of(definition, surroundings()) instanceof Hashing.Known known
        ? known.hash().hex()
        : ((Hashing.Unknown) Hashing.of(definition, surroundings())).reason();
  }

  /** Reads the disk anew. */
  static DiskSurroundings surroundings() {
    return new DiskSurroundings(1 << 20);
  }
}
