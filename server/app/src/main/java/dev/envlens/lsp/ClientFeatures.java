package dev.envlens.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What the editor can do, asked once.
 *
 * @param pullsDiagnostics whether it asks for the findings of open documents itself, and can be
 *     told to ask again; then none are pushed for them
 * @param documentChanges whether an edit may name the version that it was made for
 * @param createsFiles whether an edit may make files
 * @param configuration whether settings can be asked for
 * @param watchesFiles whether it can be asked to watch files
 * @param watchesConfiguration whether it can be asked to tell of changed settings
 * @param hierarchicalSymbols whether it shows symbols as a tree
 * @param definitionLinks whether a definition may say what led to it
 * @param refreshesLenses whether it can be told to ask for lenses again
 * @param refreshesHints whether it can be told to ask for hints again
 * @param asksBeforeRenames whether it asks what to edit before it renames files
 * @param tellsOfRenames whether it tells of files that it renamed
 * @param completion what it can do with a completion
 * @param window what its window can do
 */
record ClientFeatures(
    boolean pullsDiagnostics,
    boolean documentChanges,
    boolean createsFiles,
    boolean configuration,
    boolean watchesFiles,
    boolean watchesConfiguration,
    boolean hierarchicalSymbols,
    boolean definitionLinks,
    boolean refreshesLenses,
    boolean refreshesHints,
    boolean asksBeforeRenames,
    boolean tellsOfRenames,
    CompletionFeatures completion,
    WindowFeatures window) {

  static ClientFeatures none() {
    return new ClientFeatures(
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        CompletionFeatures.none(),
        WindowFeatures.none());
  }

  static ClientFeatures of(ClientCapabilities capabilities) {
    var workspace = Optional.ofNullable(capabilities).map(ClientCapabilities::getWorkspace);
    var document = Optional.ofNullable(capabilities).map(ClientCapabilities::getTextDocument);
    var edits = workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit);
    return new ClientFeatures(
        document.map(TextDocumentClientCapabilities::getDiagnostic).isPresent()
            && is(
                workspace.map(WorkspaceClientCapabilities::getDiagnostics),
                d -> d.getRefreshSupport()),
        is(edits, edit -> edit.getDocumentChanges()),
        edits
            .map(edit -> edit.getResourceOperations())
            .orElse(List.of())
            .contains(ResourceOperationKind.Create),
        is(workspace, WorkspaceClientCapabilities::getConfiguration),
        is(
            workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
            watched -> watched.getDynamicRegistration()),
        is(
            workspace.map(WorkspaceClientCapabilities::getDidChangeConfiguration),
            configuration -> configuration.getDynamicRegistration()),
        is(
            document.map(TextDocumentClientCapabilities::getDocumentSymbol),
            symbol -> symbol.getHierarchicalDocumentSymbolSupport()),
        is(
            document.map(TextDocumentClientCapabilities::getDefinition),
            definition -> definition.getLinkSupport()),
        is(
            workspace.map(WorkspaceClientCapabilities::getCodeLens),
            lens -> lens.getRefreshSupport()),
        is(
            workspace.map(WorkspaceClientCapabilities::getInlayHint),
            hint -> hint.getRefreshSupport()),
        is(
            workspace.map(WorkspaceClientCapabilities::getFileOperations),
            operations -> operations.getWillRename()),
        is(
            workspace.map(WorkspaceClientCapabilities::getFileOperations),
            operations -> operations.getDidRename()),
        CompletionFeatures.of(
            document
                .map(TextDocumentClientCapabilities::getCompletion)
                .map(completion -> completion.getCompletionItem())),
        WindowFeatures.of(Optional.ofNullable(capabilities).map(ClientCapabilities::getWindow)));
  }

  private static <T> boolean is(Optional<T> capability, Function<T, Boolean> flag) {
    return capability.map(flag).orElse(false);
  }
}
