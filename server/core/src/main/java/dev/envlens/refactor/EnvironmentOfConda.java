package dev.envlens.refactor;

import dev.envlens.check.Change;
import dev.envlens.check.EnvironmentName;
import dev.envlens.check.Fix;
import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.definition.CondaSection;
import dev.envlens.image.BaseImages;
import dev.envlens.link.Paths;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Makes an environment that uses a conda file, in a file beside it. */
final class EnvironmentOfConda {

  private EnvironmentOfConda() {}

  static Optional<Refactoring> of(CondaSection conda, FreeNames names) {
    var file = conda.source().uri();
    var name =
        conda
            .file()
            .node()
            .scalar("name")
            .map(Scalar::text)
            .flatMap(EnvironmentName::slug)
            .or(() -> EnvironmentName.of(file));
    if (conda.source().yaml().documents().size() != 1 || name.isEmpty()) {
      return Optional.empty();
    }
    return names
        .yaml(wanted(names.stem()))
        .map(
            free ->
                new Refactoring(
                    Refactoring.Kind.REWRITE,
                    new Fix(
                        "Make an environment of this conda file in '%s'".formatted(free.name()),
                        List.of(
                            new Change.Create(
                                free.uri(),
                                text(
                                    name.get(),
                                    Paths.name(file),
                                    new YamlEdits(conda.source().yaml()).lineEnd()))),
                        false)));
  }

  /** What goes beside a file of this name. */
  private static String wanted(String stem) {
    return switch (stem) {
      case "environment" -> "azureml-environment";
      case "conda", "env" -> "environment";
      default -> stem + "-environment";
    };
  }

  /** An environment file that starts from the usual image and uses {@code condaFile}. */
  static String text(String name, String condaFile, String lineEnd) {
    return String.join(
        lineEnd,
        ExtractedEnvironment.SCHEMA,
        "name: " + NewValue.scalar(name, NewValue.Style.BLOCK),
        "image: " + BaseImages.shipped().usual().image(),
        "conda_file: " + NewValue.scalar(condaFile, NewValue.Style.BLOCK),
        "");
  }
}
