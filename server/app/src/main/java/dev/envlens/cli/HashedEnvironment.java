package dev.envlens.cli;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.SdkVersion;
import dev.envlens.definition.SdkVersions;
import dev.envlens.feature.BuildSteps;
import dev.envlens.link.FileState;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.LineIndex;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An environment and its hash.
 *
 * @param where the place of the definition
 * @param name empty when it has none
 * @param hash empty when there is none, for the {@code reason} given
 * @param parts what the hash is made of
 * @param sdkVersion finding it out may mean to read a build context anew
 * @param buildSteps what a build would do
 */
record HashedEnvironment(
    Where where,
    String name,
    Optional<DefinitionHash> hash,
    Optional<String> reason,
    List<Part> parts,
    Supplier<Optional<SdkVersion>> sdkVersion,
    Supplier<List<String>> buildSteps) {

  /**
   * @param document from 1; empty where the file has no other
   * @param pointer the JSON pointer within the document
   */
  record Where(String file, Optional<Integer> document, String pointer) {

    /** {@code file}, {@code file#/pointer} or {@code file[2]#/pointer}. */
    String label() {
      return file
          + document.map(number -> "[" + number + "]").orElse("")
          + (pointer.isEmpty() ? "" : "#" + pointer);
    }
  }

  /**
   * @param lines the places that it comes from: {@code file:3-7}, from 1, both included
   */
  record Part(String name, String digest, List<String> lines) {}

  static HashedEnvironment of(Definition definition, Surroundings files, ShownPaths paths) {
    var where =
        new Where(paths.of(definition.source().uri()), document(definition), definition.pointer());
    String name = definition.name().map(Scalar::text).orElse("");
    Supplier<Optional<SdkVersion>> sdkVersion = () -> SdkVersions.of(definition, files);
    var hashing = Hashing.of(definition, files);
    if (hashing instanceof Hashing.Unknown unknown) {
      return new HashedEnvironment(
          where,
          name,
          Optional.empty(),
          Optional.of(unknown.reason()),
          List.of(),
          sdkVersion,
          List::of);
    }
    var known = (Hashing.Known) hashing;
    List<Part> parts = new ArrayList<>();
    for (var part : known.hash().parts()) {
      var places = known.places().getOrDefault(part.name(), List.of());
      parts.add(
          new Part(
              part.name(),
              part.digest(),
              places.stream().map(place -> lines(place, definition, files, paths)).toList()));
    }
    return new HashedEnvironment(
        where,
        name,
        Optional.of(known.hash()),
        Optional.empty(),
        parts,
        sdkVersion,
        () -> BuildSteps.of(definition, files));
  }

  boolean isKnown() {
    return hash.isPresent();
  }

  private static Optional<Integer> document(Definition definition) {
    var documents = definition.source().yaml().documents();
    for (int i = 0; i < documents.size() && documents.size() > 1; i++) {
      if (holds(documents.get(i), definition)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Document document, Definition definition) {
    return document
        .root()
        .filter(root -> root.range().contains(definition.node().range()))
        .isPresent();
  }

  private static String lines(
      Place place, Definition definition, Surroundings files, ShownPaths paths) {
    String text;
    if (place.file().equals(definition.source().uri())) {
      text = definition.source().yaml().text();
    } else {
      text = files.file(place.file()) instanceof FileState.Text linked ? linked.text() : "";
    }
    var source = new SourceFile(text, LineIndex.of(text), UnaryOperator.identity());
    return paths.of(place.file()) + ":" + source.lines(place.range());
  }
}
