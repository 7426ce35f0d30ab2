package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code missing-name}: an environment file without a name can't be registered. An environment
 * inside of a job needs none.
 */
final class MissingName implements Rule {

  @Override
  public String code() {
    return "missing-name";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "An environment file without a name.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    boolean isFile = definition.form() != Form.INLINE && definition.pointer().isEmpty();
    if (!isFile
        || definition.entry("name").isPresent()
        || !definition.source().yaml().isIntact()
        || Misspelt.stands(Subject.of(definition), List.of(), definition.node(), "name")) {
      return Stream.empty();
    }
    var file = definition.source().uri();
    var fixes =
        EnvironmentName.of(file).stream()
            .flatMap(
                name ->
                    Fix.ifAny(
                        "Add 'name: %s'".formatted(name),
                        file,
                        Heads.insert(definition, "name", new NewValue.Text(name)))
                        .stream())
            .toList();
    return Stream.of(
        finding(
            definition.place(definition.anchor()),
            "The environment has no name. Add 'name', so that it can be registered.",
            fixes));
  }
}
