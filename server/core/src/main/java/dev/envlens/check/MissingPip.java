package dev.envlens.check;

import dev.envlens.conda.Dependency;
import dev.envlens.definition.CondaSection;
import dev.envlens.yaml.Sequence;
import java.util.stream.Stream;

/**
 * {@code missing-pip}: pip is to install packages but isn't a conda dependency itself, so nothing
 * says which pip does it. Source: Microsoft's troubleshooting catalogue.
 */
final class MissingPip extends CondaRule {

  MissingPip() {
    super(
        "missing-pip",
        Severity.WARNING,
        "There is a 'pip:' list, but pip isn't among the conda dependencies.");
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    var file = conda.file();
    if (!conda.source().yaml().isIntact() || PackageNames.mayHave(file, PackageNames.PIP)) {
      return Stream.empty();
    }
    return file.pipLists()
        .filter(MissingPip::installs)
        .limit(1)
        .map(
            list ->
                finding(
                    conda.place(key(list.list())),
                    "pip installs packages here, but isn't among the conda dependencies itself. Add it before this list, as in '%s'."
                        .formatted(InsertedPackage.pinned(PackageNames.PIP)),
                    InsertedPackage.before(list.item(), PackageNames.PIP, conda)));
  }

  private static boolean installs(Dependency.Pip pip) {
    return pip.list().value() instanceof Sequence list && !list.items().isEmpty();
  }
}
