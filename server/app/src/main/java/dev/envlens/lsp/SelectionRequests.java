package dev.envlens.lsp;

import dev.envlens.feature.Page;
import dev.envlens.feature.Selections;
import dev.envlens.text.LineIndex;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;

/** Answers what a selection grows to. */
final class SelectionRequests {

  private final Answers answers;

  SelectionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> {
          var lines = page.lines();
          return params.getPositions().stream()
              .map(position -> range(page, lines, Answers.offset(lines, position)))
              .toList();
        },
        List.of());
  }

  private static SelectionRange range(Page page, LineIndex lines, int offset) {
    var ranges = Selections.at(page, offset);
    SelectionRange parent = null;
    for (int i = ranges.size() - 1; i >= 0; i--) {
      parent = new SelectionRange(ToLsp.range(lines, ranges.get(i)), parent);
    }
    return parent;
  }
}
