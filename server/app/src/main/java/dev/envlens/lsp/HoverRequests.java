package dev.envlens.lsp;

import dev.envlens.feature.Hovers;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** Answers what the thing under the cursor is. */
final class HoverRequests {

  private final Answers answers;

  HoverRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<Hover> hover(HoverParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> {
          var lines = page.lines();
          return Hovers.at(
                  page,
                  Answers.offset(lines, params.getPosition()),
                  analysis.asking(),
                  answers.session().workspace(analysis),
                  answers.session().settings().hoverOptions())
              .map(
                  hover ->
                      new Hover(
                          new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()),
                          ToLsp.range(lines, hover.range())))
              .orElse(null);
        },
        null);
  }
}
