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
    var pythons = PackageNames.named(conda.file(), PackageNames.PYTHON).map(Listed::of).toList();
    return pythons.stream().skip(1).map(later -> finding(conda, later, pythons.get(0)));
  }

  private Finding finding(CondaSection conda, Listed later, Listed first) {
    int line = first.line(conda);
    return finding(
        conda.place(later.range()),
        "Python is listed more than once: line %d has it too. An environment has one Python: remove the others."
            .formatted(line),
        Listed.removals(conda, later, first));
  }
}
