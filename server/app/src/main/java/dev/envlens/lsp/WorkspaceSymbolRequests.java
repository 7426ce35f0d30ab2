package dev.envlens.lsp;

import dev.envlens.index.DefinedEnvironment;
import dev.envlens.link.Paths;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers which environments of the workspace have a name like this. */
final class WorkspaceSymbolRequests {

  private static final int MOST = 200;

  private final Session session;

  WorkspaceSymbolRequests(Session session) {
    this.session = session;
  }

  CompletableFuture<List<WorkspaceSymbol>> symbols(WorkspaceSymbolParams params) {
    String query = params.getQuery() == null ? "" : params.getQuery();
    return session
        .workers()
        .answer(
            cancel ->
                session.index().asked().matching(query, MOST).stream().map(this::symbol).toList());
  }

  private WorkspaceSymbol symbol(DefinedEnvironment found) {
    var location = ReferenceRequests.location(session.uris(), found.anchor());
    return new WorkspaceSymbol(
        found.name().orElse(""), SymbolKind.Module, Either.forLeft(location), container(found));
  }

  /** The file as seen from the workspace folder that it lies in. */
  private String container(DefinedEnvironment found) {
    URI file = found.file();
    return session.index().folders().stream()
        .filter(folder -> Paths.isWithin(folder, file))
        .findFirst()
        .map(folder -> Paths.relative(folder, file))
        .orElseGet(() -> Paths.name(file));
  }
}
