package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.index.References;
import dev.envlens.index.Site;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;

/** Answers where an environment, an image or a file is used. */
final class ReferenceRequests {

  private final Answers answers;

  ReferenceRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean declarations =
        params.getContext() != null && params.getContext().isIncludeDeclaration();
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var session = answers.session();
          int offset = Answers.offset(Answers.lines(analysis), params.getPosition());
          session.index().take(analysis);
          var index = session.index().asked();
          var document = analysis.document();
          return analysis
              .contents()
              .filter(Contents::isOurs)
              .map(contents -> References.at(contents, offset, index, declarations))
              .orElseGet(() -> References.ofFile(document.uri(), document.text(), offset, index))
              .stream()
              .map(site -> location(session.uris(), site))
              .toList();
        },
        List.of());
  }

  static Location location(Uris uris, Site site) {
    return new Location(uris.toClient(site.file()), ToLsp.range(site.start(), site.end()));
  }
}
