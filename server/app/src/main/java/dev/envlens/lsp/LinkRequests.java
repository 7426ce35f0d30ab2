package dev.envlens.lsp;

import dev.envlens.feature.CuratedLinks;
import dev.envlens.feature.Links;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
          var curated = CuratedLinks.of(page, answers.session().machine().curated());
          return Stream.concat(Links.of(page, analysis.asking()).stream(), curated.stream())
              .map(link -> ToLsp.link(lines, answers.session().uris(), link))
              .toList();
        },
        List.of());
  }
}
