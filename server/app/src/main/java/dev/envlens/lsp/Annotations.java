package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.feature.Hint;
import dev.envlens.feature.Hints;
import dev.envlens.feature.Lens;
import dev.envlens.feature.Lenses;
import dev.envlens.feature.LockParser;
import java.net.URI;
import java.util.List;

/** The lenses and hints of open documents, kept right as their surroundings change. */
final class Annotations {

  private final Session session;
  private final LockParser locks = new RememberedLocks();
  private final Shown<Lens> lenses = new Shown<>(this::lensesOf, this::refreshLenses);
  private final Shown<Hint> hints = new Shown<>(this::hintsOf, this::refreshHints);

  Annotations(Session session) {
    this.session = session;
  }

  List<Lens> lenses(Analysis analysis) {
    return lenses.give(analysis);
  }

  /** The hints of the whole document. */
  List<Hint> hints(Analysis analysis) {
    return hints.give(analysis);
  }

  void analyzed(Analysis analysis) {
    if (session.client().refreshesLenses()) {
      lenses.analyzed(analysis);
    }
    if (session.client().refreshesHints()) {
      hints.analyzed(analysis);
    }
  }

  void gone(URI uri) {
    lenses.gone(uri);
    hints.gone(uri);
  }

  private List<Lens> lensesOf(Analysis analysis) {
    return session.settings().lensEnabled()
        ? analysis
            .contents()
            .filter(Contents::isOurs)
            .map(
                contents ->
                    Lenses.of(contents, analysis.asking(), session.workspace().neighbours()))
            .orElse(List.of())
        : List.of();
  }

  private List<Hint> hintsOf(Analysis analysis) {
    return session.settings().hintEnabled()
        ? session
            .analyses()
            .pages()
            .of(analysis)
            .map(page -> Hints.of(page, session.files(), session.workspace().environments(), locks))
            .orElse(List.of())
        : List.of();
  }

  private void refreshLenses() {
    Workers.send("Asking to show lenses again", session.connection().refreshCodeLenses());
  }

  private void refreshHints() {
    Workers.send("Asking to show hints again", session.connection().refreshInlayHints());
  }
}
