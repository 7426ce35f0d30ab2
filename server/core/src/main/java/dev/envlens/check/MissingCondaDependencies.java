package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code missing-conda-dependencies}: conda is to install the packages of a v1 definition, and no
 * packages are named. Source: Microsoft's troubleshooting catalogue. An empty conda definition is
 * the business of {@code missing-dependencies}.
 */
final class MissingCondaDependencies extends V1Rule {

  private static final List<String> KEYS = List.of("condaDependencies", "condaDependenciesFile");

  MissingCondaDependencies() {
    super(
        "missing-conda-dependencies",
        Severity.ERROR,
        "A v1 definition names no packages for conda to install.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    if (!definition.source().yaml().isIntact()
        || Bases.given(definition).stream().anyMatch(Bases::isContext)) {
      return Stream.empty();
    }
    return definition.node().mapping("python").stream()
        .filter(python -> isCondas(python) && isMissing(definition, python))
        .map(
            python ->
                finding(
                    definition.place(anchor(definition, python)),
                    "Conda is to install the packages, but none are named. List them in"
                        + " 'condaDependencies', or set 'userManagedDependencies' to true where"
                        + " the image holds them all."));
  }

  /** Whether conda, by the definition's own words, manages the packages, and begins with none. */
  private static boolean isCondas(Mapping python) {
    return python
            .scalar("userManagedDependencies")
            .filter(managed -> managed.text().strip().equalsIgnoreCase("false"))
            .isPresent()
        && python.scalar("baseCondaEnvironment").filter(base -> !isEmpty(base)).isEmpty();
  }

  private static boolean isMissing(Definition definition, Mapping python) {
    return KEYS.stream()
        .allMatch(
            key ->
                python
                    .get(key)
                    .map(value -> value instanceof Scalar scalar && isEmpty(scalar))
                    .orElseGet(() -> !isMisspelt(definition, python, key)));
  }

  private static boolean isEmpty(Scalar scalar) {
    return scalar.isNull() || scalar.text().isBlank();
  }

  private static boolean isMisspelt(Definition definition, Mapping python, String key) {
    return !python.has(key)
        && Misspelt.stands(Subject.of(definition), List.of("python"), python, key);
  }

  private static TextRange anchor(Definition definition, Mapping python) {
    return python.entry("userManagedDependencies").map(CondaRule::key).orElse(definition.anchor());
  }
}
