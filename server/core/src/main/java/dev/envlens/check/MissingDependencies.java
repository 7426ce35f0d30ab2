package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code missing-dependencies}: a conda definition lists nothing to install, so there is no
 * environment to build from it. Source: Microsoft's troubleshooting catalogue. A v1 definition
 * whose packages are the user's isn't judged.
 */
final class MissingDependencies extends CondaRule {

  MissingDependencies() {
    super("missing-dependencies", Severity.ERROR, "A conda definition has no dependencies.");
  }

  /** A conda file of its own: the fault stands in it. */
  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    return isOwnFile(conda) && isEmpty(conda)
        ? Stream.of(finding(conda.place(anchor(conda.file())), message("This conda file")))
        : Stream.empty();
  }

  /** Whether a document of the file is the definition, or would be if it weren't empty. */
  private static boolean isOwnFile(CondaSection conda) {
    var roots =
        conda.source().yaml().documents().stream()
            .map(Document::root)
            .flatMap(Optional::stream)
            .toList();
    return roots.isEmpty() || roots.stream().anyMatch(root -> root == conda.file().node());
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.effectiveConda().stream()
        .filter(Conda.Inline.class::isInstance)
        .map(Conda.Inline.class::cast)
        .filter(conda -> isEmpty(conda.definition()))
        .map(
            conda ->
                finding(definition.place(key(conda.entry())), message("The conda definition")));
  }

  private static boolean isEmpty(CondaSection conda) {
    var dependencies = conda.file().dependenciesEntry().map(Entry::value);
    boolean none =
        dependencies
            .map(
                value ->
                    (value instanceof Scalar scalar && scalar.isNull())
                        || (value instanceof Sequence list && list.items().isEmpty()))
            .orElse(true);
    return none
        && conda.source().yaml().isIntact()
        && (dependencies.isPresent()
            || !Misspelt.stands(Subject.of(conda), List.of(), conda.file().node(), "dependencies"));
  }

  private static TextRange anchor(CondaFile file) {
    return file.dependenciesEntry()
        .or(() -> file.node().entries().stream().findFirst())
        .map(CondaRule::key)
        .orElse(file.node().range());
  }

  private static String message(String what) {
    return "%s has no dependencies, so nothing can be built from it. List packages under 'dependencies:', python first."
        .formatted(what);
  }
}
