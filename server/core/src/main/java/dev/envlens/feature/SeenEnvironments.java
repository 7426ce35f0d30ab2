package dev.envlens.feature;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The environments that files which are known define, and those that they refer to. */
public record SeenEnvironments(List<KnownEnvironment> environments) implements KnownEnvironments {

  public SeenEnvironments {
    environments = List.copyOf(environments);
  }

  /** What is defined or named in {@code all}: definitions first. */
  public static SeenEnvironments in(Collection<Contents> all) {
    var defined = all.stream().flatMap(contents -> contents.definitions().stream());
    var named =
        all.stream()
            .flatMap(contents -> contents.uses().stream())
            .filter(Reference.class::isInstance)
            .map(Reference.class::cast);
    return new SeenEnvironments(
        Stream.concat(defined.flatMap(SeenEnvironments::of), named.flatMap(SeenEnvironments::of))
            .toList());
  }

  private static Stream<KnownEnvironment> of(Definition definition) {
    String about = "defined in " + Paths.name(definition.source().uri());
    return definition
        .name()
        .filter(name -> definition.form() != Form.INLINE)
        .map(Scalar::text)
        .filter(SeenEnvironments::isName)
        .map(
            name ->
                new KnownEnvironment(
                    Optional.empty(),
                    name,
                    definition.version().map(Scalar::text).filter(SeenEnvironments::isName),
                    about))
        .stream();
  }

  private static Stream<KnownEnvironment> of(Reference reference) {
    String about = "used in " + Paths.name(reference.source().uri());
    return reference.target() instanceof ReferenceTarget.Named named
            && isName(named.name())
            && named.version().map(SeenEnvironments::isName).orElse(true)
        ? Stream.of(new KnownEnvironment(named.registry(), named.name(), named.version(), about))
        : Stream.empty();
  }

  private static boolean isName(String text) {
    return !text.isBlank() && !Placeholders.in(text);
  }
}
