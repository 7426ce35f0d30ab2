package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.stream.Stream;

/**
 * A rule about definitions of SDK v1. An exported definition lists every key, with nulls, empty
 * values and defaults: of those there is nothing to say.
 */
abstract class V1Rule extends DescribedRule {

  private static final String EXAMPLE_VARIABLE = "EXAMPLE_ENV_VAR";

  V1Rule(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  @Override
  public final Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.form() == Form.V1 ? v1(definition) : Stream.empty();
  }

  /** What there is to say of a definition of SDK v1. */
  abstract Stream<Finding> v1(Definition definition);

  /** Whether {@code value} says more than nothing, somewhere in it; a placeholder says nothing. */
  static boolean isGiven(Node value) {
    if (value instanceof Scalar scalar) {
      return !scalar.isNull()
          && !scalar.text().isBlank()
          && !scalar.text().equalsIgnoreCase("false")
          && !Placeholders.in(scalar.text());
    }
    if (value instanceof Sequence list) {
      return list.items().stream().anyMatch(item -> isGiven(item.value()));
    }
    return value instanceof Mapping mapping
        && mapping.effective().stream().anyMatch(entry -> isGiven(entry.value()));
  }

  /** Whether a variable is set beside the example that SDK v1 begins with. */
  static boolean setsVariables(Mapping variables) {
    return variables.effective().stream().anyMatch(e -> !e.name().equals(EXAMPLE_VARIABLE));
  }
}
