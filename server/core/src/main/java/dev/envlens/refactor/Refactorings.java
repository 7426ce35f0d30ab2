package dev.envlens.refactor;

import dev.envlens.check.NewValue;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.known.Registered;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rewrites that can be made of what is selected. */
public final class Refactorings {

  private Refactorings() {}

  /**
   * Those of a YAML or JSON file, in the order of a menu. Of a file with syntax errors there are
   * none. A rewrite that needs to know which files there are is left out while {@code surroundings}
   * don't.
   *
   * @param selection a caret or a selected part of the file
   */
  public static List<Refactoring> of(
      Contents contents, TextRange selection, Surroundings surroundings) {
    var source = contents.source();
    if (!source.yaml().isIntact()) {
      return List.of();
    }
    var selected = new Selected(source.yaml(), selection);
    var names = new FreeNames(source.uri(), surroundings);
    var result = new ArrayList<Refactoring>();
    for (var definition : contents.definitions()) {
      of(definition, selected, names).forEach(result::add);
    }
    for (var conda : contents.condaFiles()) {
      sorted(conda, selected).ifPresent(result::add);
      if (contents.uses().isEmpty()
          && conda.file().node().entries().stream().anyMatch(selected::means)) {
        EnvironmentOfConda.of(conda, names).ifPresent(result::add);
      }
    }
    return result;
  }

  /**
   * Those of a pip requirements file.
   *
   * @param text all of it
   */
  public static List<Refactoring> ofRequirements(URI file, String text, Surroundings surroundings) {
    return EnvironmentOfRequirements.of(file, text, surroundings).stream().toList();
  }

  /**
   * Those that name a registered environment where one with the same hash is written out, or is
   * named by its file.
   */
  public static List<Refactoring> ofRegistered(
      Contents contents, TextRange selection, Surroundings surroundings, Registered registered) {
    return contents.source().yaml().isIntact()
        ? new RegisteredUse(contents, surroundings, registered).of(selection)
        : List.of();
  }

  /** An environment file that starts from the usual image and uses {@code condaFile}, a path. */
  public static String environment(String name, String condaFile) {
    return EnvironmentOfConda.text(name, condaFile, "\n");
  }

  /** An environment file that uses {@code image} as it is. */
  public static String environmentOfImage(String name, String image) {
    return String.join(
        "\n",
        ExtractedEnvironment.SCHEMA,
        "name: " + NewValue.scalar(name, NewValue.Style.BLOCK),
        "image: " + NewValue.scalar(image, NewValue.Style.BLOCK),
        "");
  }

  private static Stream<Refactoring> of(Definition definition, Selected selected, FreeNames names) {
    var conda = definition.effectiveConda();
    return Stream.of(
            conda
                .filter(part -> selected.means(part.entry()))
                .flatMap(part -> moved(definition, part, names)),
            ExtractedEnvironment.of(definition, selected, names),
            conda
                .filter(Conda.Inline.class::isInstance)
                .flatMap(Conda::section)
                .flatMap(section -> sorted(section, selected)))
        .flatMap(Optional::stream);
  }

  private static Optional<Refactoring> moved(Definition definition, Conda conda, FreeNames names) {
    return conda instanceof Conda.Linked linked
        ? InlinedConda.of(definition, linked)
        : ExtractedConda.of(definition, conda.entry(), names);
  }

  private static Optional<Refactoring> sorted(CondaSection conda, Selected selected) {
    return conda
        .file()
        .dependenciesEntry()
        .filter(selected::means)
        .flatMap(entry -> SortedDependencies.of(conda));
  }
}
