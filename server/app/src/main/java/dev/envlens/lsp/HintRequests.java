package dev.envlens.lsp;

import dev.envlens.feature.Hint;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what is shown within the lines of a document. */
final class HintRequests {

  private final Answers answers;

  HintRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          int start = Answers.offset(lines, params.getRange().getStart());
          int end = Math.max(start, Answers.offset(lines, params.getRange().getEnd()));
          var range = new TextRange(start, end);
          return answers.session().annotations().hints(analysis).stream()
              .filter(hint -> range.touches(hint.offset()))
              .map(hint -> hint(lines, hint))
              .toList();
        },
        List.of());
  }

  private static InlayHint hint(LineIndex lines, Hint hint) {
    var position = ToLsp.range(lines, TextRange.at(hint.offset())).getStart();
    var result = new InlayHint(position, Either.forLeft(hint.label()));
    result.setTooltip(hint.tooltip());
    result.setPaddingLeft(true);
    return result;
  }
}
