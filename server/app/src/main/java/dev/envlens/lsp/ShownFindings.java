package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.link.FileState;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** The findings that the client shows: pushes them, or leaves them to a client that asks itself. */
final class ShownFindings implements Publisher.Target {

  private final Session session;

  /** What the client shows of each file that was pushed, where it isn't nothing. */
  private final Map<URI, List<Diagnostic>> sent = new ConcurrentHashMap<>();

  ShownFindings(Session session) {
    this.session = session;
  }

  @Override
  public void publish(URI file, Optional<Integer> version, List<Finding> findings, boolean own) {
    if (session.connection() == null || session.isQuiet()) {
      return;
    }
    if (!session.documents().get(file).map(OpenDocument::version).equals(version)) {
      return; // overtaken just now; the newer version's findings are on their way
    }
    if (session.client().pullsDiagnostics() && version.isPresent()) {
      leaveToClient(file, version.get(), findings);
      return;
    }
    var lines = lines(file);
    if (lines.isEmpty() && !findings.isEmpty()) {
      return; // being read; once it is known, it is analysed again
    }
    var diagnostics =
        findings.stream().map(finding -> ToLsp.diagnostic(lines.orElseThrow(), finding)).toList();
    boolean answered = own && version.isPresent();
    if (answered || !diagnostics.equals(sent.getOrDefault(file, List.of()))) {
      send(file, version, diagnostics);
    }
  }

  /**
   * A client that pulls takes over what was pushed, and is told when what it pulled has changed.
   */
  private void leaveToClient(URI file, int version, List<Finding> findings) {
    if (sent.containsKey(file)) {
      send(file, Optional.of(version), List.of());
    }
    session.pulls().found(file, version, findings);
  }

  private void send(URI file, Optional<Integer> version, List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      sent.remove(file);
    } else {
      sent.put(file, diagnostics);
    }
    session
        .connection()
        .publishDiagnostics(
            new PublishDiagnosticsParams(
                session.uris().toClient(file), diagnostics, version.orElse(null)));
  }

  private Optional<LineIndex> lines(URI file) {
    return session.files().file(file) instanceof FileState.Text text
        ? Optional.of(LineIndex.of(text.text()))
        : Optional.empty();
  }
}
