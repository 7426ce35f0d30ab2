package dev.envlens.lsp;

import dev.envlens.command.Commands;
import dev.envlens.definition.Contents;
import dev.envlens.feature.Hint;
import dev.envlens.feature.Hints;
import dev.envlens.feature.Lens;
import dev.envlens.feature.Lenses;
import dev.envlens.feature.LockParser;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lenses and hints of open documents, kept right as their surroundings change. */
final class Annotations {

  private final Session session;
  private final LockParser locks = new RememberedLocks();
  private final NewestWins<URI> overtaken;
  private final Shown<Lens> lenses;
  private final Shown<Hint> hints;

  Annotations(Session session) {
    this.session = session;
    this.overtaken = new NewestWins<>(session.workers().computing(), this::lookAgain);
    this.lenses =
        new Shown<>(
            this::lensesOf,
            new Refreshes(
                "Asking to show lenses again", () -> session.connection().refreshCodeLenses()),
            overtaken::submit);
    this.hints =
        new Shown<>(
            this::hintsOf,
            new Refreshes(
                "Asking to show hints again", () -> session.connection().refreshInlayHints()),
            overtaken::submit);
  }

  List<Lens> lenses(Analysis analysis) {
    return lenses.give(analysis);
  }

  /** The hints of the whole document. */
  List<Hint> hints(Analysis analysis) {
    return hints.give(analysis);
  }

  /** These analyses are new, or something is that they lead to. */
  void changed(Collection<Analysis> analyses) {
    if (session.client().refreshesLenses()) {
      lenses.changed(analyses);
    }
    if (session.client().refreshesHints()) {
      hints.changed(analyses);
    }
  }

  private void lookAgain(URI uri) {
    changed(session.analyses().newest(uri).stream().toList());
  }

  /** Looks again at what changed while it was looked at. */
  NewestWins<URI> overtaken() {
    return overtaken;
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
                    Lenses.of(contents, analysis.asking(), session.workspace(analysis), offered()))
            .orElse(List.of())
        : List.of();
  }

  /** What a lens can have done at a click: nothing until the person trusts what is open. */
  private Set<Lens.Deed> offered() {
    return session.isTrusted()
        ? LensRequests.COMMANDS.entrySet().stream()
            .filter(command -> Commands.has(command.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private List<Hint> hintsOf(Analysis analysis) {
    return session.settings().hintEnabled()
        ? session
            .analyses()
            .pages()
            .of(analysis)
            .map(page -> Hints.of(page, session.files(), session.workspace(analysis), locks))
            .orElse(List.of())
        : List.of();
  }
}
