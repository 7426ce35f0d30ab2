package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import java.util.stream.Stream;

/**
 * {@code anonymous-name-ignored}: an environment that is written inside of a job or deployment is
 * registered without a name of its own; one given there isn't used.
 */
final class AnonymousNameIgnored implements Rule {

  @Override
  public String code() {
    return "anonymous-name-ignored";
  }

  @Override
  public Severity severity() {
    return Severity.INFORMATION;
  }

  @Override
  public String summary() {
    return "A name on an environment that is written inside of a job.";
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() != Form.INLINE) {
      return Stream.empty();
    }
    return definition.entry("name").stream()
        .map(
            name ->
                finding(
                    definition.place(name.key().range()),
                    "An environment that is written inside of a job or deployment is registered"
                        + " without this name. Remove it, or move the environment to a file of its"
                        + " own.",
                    Fix.ifAny(
                            "Remove the name",
                            definition.source().uri(),
                            new YamlEdits(definition.source().yaml())
                                .delete(definition.node(), name))
                        .stream()
                        .map(Fix::asSafe)
                        .toList()));
  }
}
