package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code beside-build-context}: beside a build context the service takes no environment variables,
 * R or Spark: the Dockerfile says everything. Source: Microsoft's troubleshooting catalogue.
 */
final class BesideBuildContext implements Rule {

  private static final Map<String, String> NAMES =
      Map.of(
          "environmentVariables",
          "Environment variables",
          "r",
          "R packages",
          "spark",
          "Spark packages");

  private static final String ADVICE =
      "Move them into the Dockerfile, or start from an image instead.";

  @Override
  public String code() {
    return "beside-build-context";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "Environment variables, R or Spark beside a build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    boolean hasContext =
        definition.form() == Form.V1 && Bases.given(definition).stream().anyMatch(Bases::isContext);
    if (!hasContext) {
      return Stream.empty();
    }
    return definition.node().effective().stream()
        .filter(entry -> NAMES.containsKey(entry.name()))
        .filter(entry -> isGiven(definition, entry))
        .map(
            entry ->
                finding(
                    definition.place(entry.key().range()),
                    "%s can't stand beside a build context. %s"
                        .formatted(NAMES.get(entry.name()), ADVICE)));
  }

  private static boolean isGiven(Definition definition, Entry entry) {
    if (entry.name().equals("spark")) {
      return definition.parts().spark().isPresent();
    }
    return entry.name().equals("r")
        ? V1Rule.isGiven(entry.value())
        : entry.value() instanceof Mapping variables && V1Rule.setsVariables(variables);
  }
}
