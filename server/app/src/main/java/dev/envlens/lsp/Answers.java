package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.feature.Page;
import dev.envlens.link.FileState;
import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Answers questions about a document from the analysis of its newest text, on a worker. */
final class Answers {

  private final Session session;

  Answers(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  /**
   * What {@code answer} makes of the analysis of the document, or {@code otherwise} where it isn't
   * open.
   *
   * @param spelled the document's URI as the client writes it
   */
  <T> CompletableFuture<T> of(String spelled, Function<Analysis, T> answer, T otherwise) {
    if (session.isQuiet()) {
      return CompletableFuture.failedFuture(
          new ResponseErrorException(
              new ResponseError(
                  ResponseErrorCode.InvalidRequest, "The server is shutting down.", null)));
    }
    URI uri = session.uris().fromClient(spelled);
    return session
        .workers()
        .answer(
            cancel -> {
              cancel.checkCanceled();
              var analysis = session.analyses().current(uri);
              cancel.checkCanceled();
              return analysis.map(answer).orElse(otherwise);
            });
  }

  /** The same of the document as features see it. */
  <T> CompletableFuture<T> ofPage(
      String spelled, BiFunction<Page, Analysis, T> answer, T otherwise) {
    return of(
        spelled,
        analysis ->
            session
                .analyses()
                .pages()
                .of(analysis)
                .map(page -> answer.apply(page, analysis))
                .orElse(otherwise),
        otherwise);
  }

  /** The findings in the document itself, its own and those of environments that use it. */
  Stream<Finding> findings(Analysis analysis) {
    if (!session.settings().checkEnabled()) {
      return Stream.empty();
    }
    var uri = analysis.document().uri();
    return Publisher.most(
        Stream.concat(analysis.findings().stream(), session.publisher().of(uri).stream())
            .filter(finding -> finding.place().file().equals(uri)));
  }

  /** The text of {@code file} as edits of it count in, where it can be edited. */
  Optional<ToLsp.Target> target(URI file) {
    var open = session.documents().get(file);
    if (open.isPresent()) {
      return Optional.of(
          new ToLsp.Target(LineIndex.of(open.get().text()), Optional.of(open.get().version())));
    }
    return session.files().file(file) instanceof FileState.Text text
        ? Optional.of(new ToLsp.Target(LineIndex.of(text.text()), Optional.empty()))
        : Optional.empty();
  }

  static LineIndex lines(Analysis analysis) {
    return analysis
        .contents()
        .map(contents -> contents.source().yaml().lines())
        .orElseGet(() -> LineIndex.of(analysis.document().text()));
  }

  static int offset(LineIndex lines, org.eclipse.lsp4j.Position position) {
    return lines.offset(new Position(position.getLine(), position.getCharacter()));
  }
}
