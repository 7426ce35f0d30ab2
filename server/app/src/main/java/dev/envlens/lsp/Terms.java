package dev.envlens.lsp;

import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * On what terms a document is checked: as the user set it, and by what is known at the moment.
 *
 * @param built what builds found in the document and its files
 */
record Terms(Settings settings, Facts facts, List<Finding> built) {

  Terms(Settings settings, Facts facts) {
    this(settings, facts, List.of());
  }

  /** What is to be said, given what rules say. */
  List<Finding> with(List<Finding> findings) {
    return built.isEmpty() ? findings : Stream.concat(built.stream(), findings.stream()).toList();
  }
}
