package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.yaml.Entry;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code conda-prefix}: {@code conda env export} left a folder of one machine in the file. It is of
 * no use elsewhere, and takes no part in the hash.
 */
final class CondaPrefix extends CondaRule {

  CondaPrefix() {
    super("conda-prefix", Severity.HINT, "A conda definition names a folder of one machine.");
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    return conda.file().node().entry("prefix").stream()
        .map(
            entry ->
                finding(
                    conda.place(key(entry)),
                    "'prefix' names a folder of the machine that exported this file, and is of no use elsewhere. Remove it.",
                    fix(conda, entry)));
  }

  private static List<Fix> fix(CondaSection conda, Entry entry) {
    var edits = new YamlEdits(conda.source().yaml()).delete(conda.file().node(), entry);
    return Fix.ifAny("Remove 'prefix'", conda.source().uri(), edits).stream()
        .map(Fix::asSafe)
        .toList();
  }
}
