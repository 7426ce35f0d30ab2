package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import java.util.stream.Stream;

/**
 * {@code missing-python}: Python isn't among the conda dependencies, so nothing says which one the
 * environment gets. Source: Microsoft's troubleshooting catalogue.
 */
final class MissingPython extends CondaRule {

  MissingPython() {
    super("missing-python", Severity.WARNING, "Python isn't among the conda dependencies.");
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    var file = conda.file();
    if (!conda.source().yaml().isIntact()
        || file.dependencies().isEmpty()
        || PackageNames.mayHave(file, PackageNames.PYTHON)) {
      return Stream.empty();
    }
    return file.dependenciesEntry().stream()
        .map(
            entry ->
                finding(
                    conda.place(key(entry)),
                    "Python isn't among the dependencies, so nothing says which one the environment gets. Add it, as in '%s'."
                        .formatted(InsertedPackage.pinned(PackageNames.PYTHON)),
                    InsertedPackage.before(
                        file.dependencies().get(0).item(), PackageNames.PYTHON, conda)));
  }
}
