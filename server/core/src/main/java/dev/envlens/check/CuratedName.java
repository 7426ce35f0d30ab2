package dev.envlens.check;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Hashing;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/**
 * {@code curated-name}: the name is that of a curated environment, and the definition isn't that
 * environment's; the service refuses it under this name.
 */
final class CuratedName extends DescribedRule {

  CuratedName() {
    super(
        "curated-name", Severity.ERROR, "The name of a curated environment on another definition.");
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() == Form.INLINE) {
      return Stream.empty();
    }
    return definition.name().stream()
        .flatMap(
            name ->
                facts.curated().get().findByAnyName(name.text()).stream()
                    .filter(environment -> !isIntact(definition, environment))
                    .map(environment -> of(definition, name)));
  }

  private Finding of(Definition definition, Scalar name) {
    var free =
        Catalogue.isWorkspaceName(name.text())
            ? EnvironmentName.slug(name.text()).map(slug -> slug + "-custom")
            : EnvironmentName.slug(name.text() + "-custom");
    return finding(
        definition.place(name.contentRange()),
        ("'%s' is the name of a curated environment, and this definition is another one: it can't"
                + " be submitted under that name. Choose a name of your own.")
            .formatted(name.text()),
        free.map(other -> Names.rename(definition, name, other)).stream().toList());
  }

  /** Whether the definition was made from the environment and wasn't edited, as far as is known. */
  private static boolean isIntact(Definition definition, CuratedEnvironment environment) {
    var origin =
        Origin.of(definition)
            .map(Origin.Written::origin)
            .filter(it -> it.name().equalsIgnoreCase(environment.name()));
    return origin.isPresent()
        && (!(Hashing.of(definition, definition.written().surroundings())
                instanceof Hashing.Known known)
            || known.hash().hex().equals(origin.get().hash()));
  }
}
