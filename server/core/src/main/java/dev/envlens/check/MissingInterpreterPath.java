package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Kind;
import dev.envlens.image.ImageReference;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code missing-interpreter-path}: the user manages the packages, nothing says where the image has
 * Python, and the image isn't known to have it on its path. Of a build context, whose contents
 * aren't known, nothing is said.
 */
final class MissingInterpreterPath extends V1Rule {

  private static final String KEY = "interpreterPath";

  /** Images whose name holds one of these come with a {@code python} on their path. */
  private static final List<String> WITH_PYTHON =
      List.of("python", "azureml", "conda", "mamba", "jupyter", "torch", "tensorflow");

  MissingInterpreterPath() {
    super(
        "missing-interpreter-path",
        Severity.HINT,
        "A v1 definition doesn't say where the image has Python.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    if (!(definition.kind() instanceof Kind.UserManaged)
        || !definition.source().yaml().isIntact()
        || hasKnownPython(definition)) {
      return Stream.empty();
    }
    return definition.node().mapping("python").stream()
        .filter(python -> !isSaid(definition, python))
        .flatMap(python -> python.entry("userManagedDependencies").stream())
        .map(
            entry ->
                finding(
                    definition.place(anchor(definition, entry)),
                    "Nothing says where the image has Python. If it isn't 'python' on the path,"
                        + " set 'interpreterPath', such as '/usr/bin/python3'."));
  }

  private static TextRange anchor(Definition definition, Entry managed) {
    return definition
        .node()
        .mapping("python")
        .flatMap(python -> python.entry(KEY))
        .map(CondaRule::key)
        .orElse(CondaRule.key(managed));
  }

  private static boolean isSaid(Definition definition, Mapping python) {
    return python.scalar(KEY).filter(path -> !path.text().isBlank()).isPresent()
        || (!python.has(KEY)
            && Misspelt.stands(Subject.of(definition), List.of("python"), python, KEY));
  }

  private static boolean hasKnownPython(Definition definition) {
    Optional<Scalar> steps = definition.parts().steps();
    if (steps.isPresent()) {
      return isAboutPython(steps.get().text());
    }
    // Where no image is named, SDK v1 takes one of Azure ML's own.
    return definition.image().isEmpty()
        || Placeholders.in(definition.image().get().text())
        || OwnImage.of(definition)
            .flatMap(OwnImage::reference)
            .map(ImageReference::repository)
            .anyMatch(MissingInterpreterPath::isAboutPython);
  }

  private static boolean isAboutPython(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WITH_PYTHON.stream().anyMatch(lower::contains);
  }
}
