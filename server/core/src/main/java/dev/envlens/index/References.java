package dev.envlens.index;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.text.LineIndex;
import dev.envlens.yaml.Entry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everywhere the thing under the cursor is used: an environment by its name or file, from where it
 * is defined or named; a conda file, requirements file or Dockerfile, from its head or from a path
 * to it; an image, from the {@code image}, {@code build} or {@code conda_file} that makes it: all
 * definitions that share it.
 */
public final class References {

  /** What in a definition makes its image, in v2 and in v1. */
  private static final List<String> IMAGE_KEYS =
      List.of("image", "build", "conda_file", "docker", "python");

  private final WorkspaceIndex index;
  private final boolean declarations;

  private References(WorkspaceIndex index, boolean declarations) {
    this.index = index;
    this.declarations = declarations;
  }

  /**
   * The uses of what stands at {@code offset}.
   *
   * @param declarations whether the definition itself is among them
   */
  public static List<Site> at(
      Contents contents, int offset, WorkspaceIndex index, boolean declarations) {
    return new References(index, declarations).find(contents, offset).distinct().toList();
  }

  /**
   * In a file that is no YAML, such as a Dockerfile: from a path, the uses of the file that it
   * leads to; from the first line that says something, or above, the uses of the file itself.
   */
  public static List<Site> ofFile(URI file, String text, int offset, WorkspaceIndex index) {
    var path = path(file, offset, index);
    if (path.isPresent()) {
      return index.sitesOf(path.get());
    }
    var lines = LineIndex.of(text);
    int first = 0;
    while (first < lines.lineCount() - 1 && saysNothing(lines.lineRange(first).of(text))) {
      first++;
    }
    return lines.line(offset) <= first ? index.sitesOf(file) : List.of();
  }

  private static boolean saysNothing(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private Stream<Site> find(Contents contents, int offset) {
    URI file = contents.source().uri();
    for (var use : contents.uses()) {
      if (use instanceof Reference reference && reference.text().range().touches(offset)) {
        return usesOf(reference.target());
      }
    }
    var path = path(file, offset);
    if (path.isPresent()) {
      return index.sitesOf(path.get()).stream();
    }
    for (var definition : contents.definitions()) {
      // The first key is the anchor of a definition that has no name, and often the image.
      if (isOnImage(definition, offset)) {
        return sharing(definition);
      }
      if (isOn(definition, offset)) {
        return known(definition).stream().flatMap(this::usesOf);
      }
    }
    return contents.condaFiles().stream().anyMatch(section -> isHead(section.file(), offset))
        ? index.sitesOf(file).stream()
        : Stream.empty();
  }

  private Stream<Site> usesOf(ReferenceTarget target) {
    if (target instanceof ReferenceTarget.Named named) {
      var definitions = index.definitions(named);
      return definitions.isEmpty()
          ? index.references(named).stream().map(NamedEnvironment::site)
          : definitions.stream().flatMap(this::usesOf);
    }
    return target instanceof ReferenceTarget.InFile inFile
        ? inFile.file().flatMap(index::of).stream()
            .flatMap(summary -> summary.definitions().stream())
            .flatMap(this::usesOf)
        : Stream.empty();
  }

  private Optional<URI> path(URI file, int offset) {
    return path(file, offset, index);
  }

  private static Optional<URI> path(URI file, int offset, WorkspaceIndex index) {
    return index.usesIn(file).stream()
        .filter(use -> use.site().range().touches(offset))
        .map(FileUse::target)
        .findFirst();
  }

  private Stream<Site> usesOf(DefinedEnvironment definition) {
    var uses = index.referencesTo(definition).stream().map(NamedEnvironment::site);
    return declarations ? Stream.concat(Stream.of(definition.anchor()), uses) : uses;
  }

  private Optional<DefinedEnvironment> known(Definition definition) {
    var anchor = Site.of(definition.source(), definition.anchor());
    return index.of(definition.source().uri()).stream()
        .flatMap(summary -> summary.definitions().stream())
        .filter(one -> one.isAt(anchor.file(), definition.pointer(), anchor))
        .findFirst();
  }

  private Stream<Site> sharing(Definition definition) {
    var own = known(definition);
    return own
        .flatMap(known -> known.identity().hash())
        .map(index::sharing)
        .orElse(List.of())
        .stream()
        .filter(one -> declarations || !own.equals(Optional.of(one)))
        .map(DefinedEnvironment::anchor);
  }

  /** The name with its value, else the first key. */
  private static boolean isOn(Definition definition, int offset) {
    return definition.entry("name").map(Entry::range).orElseGet(definition::anchor).touches(offset);
  }

  private static boolean isOnImage(Definition definition, int offset) {
    return IMAGE_KEYS.stream()
        .flatMap(key -> definition.entry(key).stream())
        .anyMatch(entry -> entry.key().range().touches(offset));
  }

  /** The keys of a conda file, and the value of its name. */
  private static boolean isHead(CondaFile conda, int offset) {
    return conda.node().entries().stream()
        .anyMatch(
            entry ->
                (entry.name().equals("name") ? entry.range() : entry.key().range())
                    .touches(offset));
  }
}
