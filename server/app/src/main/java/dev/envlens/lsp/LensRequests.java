package dev.envlens.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;

/** Answers what stands above the environments of a document. */
final class LensRequests {

  /** A lens that says something and does nothing. */
  private static final String NO_COMMAND = "";

  private final Answers answers;

  LensRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          return answers.session().annotations().lenses(analysis).stream()
              .map(
                  lens ->
                      new CodeLens(
                          ToLsp.range(lines, lens.range()),
                          new Command(lens.title(), NO_COMMAND),
                          null))
              .toList();
        },
        List.of());
  }
}
