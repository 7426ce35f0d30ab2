package dev.envlens.lsp;

import dev.envlens.feature.Fold;
import dev.envlens.feature.Folds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;

/** Answers what can be folded away. */
final class FoldingRequests {

  private final Answers answers;

  FoldingRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> Folds.of(page).stream().map(FoldingRequests::range).toList(),
        List.of());
  }

  private static FoldingRange range(Fold fold) {
    var range = new FoldingRange(fold.start(), fold.end());
    // "region" would mean what a person marks as one: editors fold those by a command of their own.
    if (fold.comment()) {
      range.setKind(FoldingRangeKind.Comment);
    }
    return range;
  }
}
