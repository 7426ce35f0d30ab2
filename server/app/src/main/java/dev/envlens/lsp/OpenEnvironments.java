package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.feature.KnownEnvironments;
import dev.envlens.yaml.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** The environment files that are open in the editor. */
final class OpenEnvironments implements KnownEnvironments {

  private final Supplier<List<Analysis>> analyses;

  OpenEnvironments(Supplier<List<Analysis>> analyses) {
    this.analyses = analyses;
  }

  @Override
  public List<Defined> named(String name) {
    return analyses.get().stream()
        .flatMap(analysis -> analysis.contents().stream())
        .map(Contents::definitions)
        .flatMap(Collection::stream)
        .filter(definition -> definition.form() == Form.FILE)
        .filter(definition -> definition.name().map(Scalar::text).filter(name::equals).isPresent())
        .map(definition -> defined(name, definition))
        .toList();
  }

  private static Defined defined(String name, Definition definition) {
    var range = definition.name().map(Scalar::contentRange).orElseGet(definition::anchor);
    return new Defined(name, definition.version().map(Scalar::text), definition.place(range));
  }
}
