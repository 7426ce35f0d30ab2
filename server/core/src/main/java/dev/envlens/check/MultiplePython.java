package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import java.util.stream.Stream;

/**
 * {@code multiple-python}: a conda definition asks for Python more than once. Source: Microsoft's
 * troubleshooting catalogue.
 */
final class MultiplePython extends CondaRule {

  MultiplePython() {
    super("multiple-python", Severity.ERROR, "Python is listed more than once.");
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    var pythons =
        PackageNames.named(conda.file(), PackageNames.PYTHON)
            .map(found -> Listed.of(conda, found))
            .toList();
    return pythons.stream().skip(1).map(later -> finding(later, pythons.get(0)));
  }

  private Finding finding(Listed later, Listed first) {
    int line = first.line();
    return finding(
        later.place(),
        "Python is listed more than once: line %d has it too. An environment has one Python: remove the others."
            .formatted(line),
        Mention.removals(later, first));
  }
}
