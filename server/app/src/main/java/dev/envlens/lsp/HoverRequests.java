package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.feature.Hovers;
import dev.envlens.index.IndexedNeighbours;
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
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var contents = analysis.contents().filter(Contents::isOurs);
          if (contents.isEmpty()) {
            return null;
          }
          var lines = Answers.lines(analysis);
          return Hovers.at(
                  contents.get(),
                  Answers.offset(lines, params.getPosition()),
                  answers.session().files(),
                  answers.session().settings().hoverOptions(),
                  new IndexedNeighbours(answers.session().index().index()))
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
