package dev.envlens.lsp;

import dev.envlens.feature.Links;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;

/** Answers where the paths in a document lead. */
final class LinkRequests {

  private final Answers answers;

  LinkRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> {
          var lines = page.lines();
          return Links.of(page, analysis.asking()).stream()
              .map(link -> ToLsp.link(lines, answers.session().uris(), link))
              .toList();
        },
        List.of());
  }
}
