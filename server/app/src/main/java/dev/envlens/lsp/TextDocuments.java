package dev.envlens.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the editor says and asks about single documents. */
@SuppressWarnings("deprecation") // SymbolInformation is for clients that know no tree of symbols
final class TextDocuments implements TextDocumentService {

  private static final Logger LOG = LoggerFactory.getLogger(TextDocuments.class);

  private final Session session;
  private final HoverRequests hovers;
  private final CodeActionRequests codeActions;
  private final DiagnosticRequests diagnostics;
  private final SymbolRequests symbols;
  private final LinkRequests links;
  private final CompletionRequests completions;
  private final DefinitionRequests definitions;
  private final FoldingRequests foldings;
  private final SelectionRequests selections;
  private final LensRequests lenses;
  private final HintRequests hints;
  private final ReferenceRequests references;
  private final RenameRequests renames;

  TextDocuments(Session session) {
    this.session = session;
    var answers = new Answers(session);
    this.hovers = new HoverRequests(answers);
    this.codeActions = new CodeActionRequests(answers);
    this.diagnostics = new DiagnosticRequests(answers);
    this.symbols = new SymbolRequests(answers);
    this.links = new LinkRequests(answers);
    this.completions = new CompletionRequests(answers);
    this.definitions = new DefinitionRequests(answers);
    this.foldings = new FoldingRequests(answers);
    this.selections = new SelectionRequests(answers);
    this.lenses = new LensRequests(answers);
    this.hints = new HintRequests(answers);
    this.references = new ReferenceRequests(answers);
    this.renames = new RenameRequests(answers);
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    if (document == null || document.getUri() == null || document.getText() == null) {
      LOG.warn("A document was opened without a URI or a text; it is left alone.");
      return;
    }
    session.opened(
        new OpenDocument(
            session.uris().opened(document.getUri()),
            document.getVersion(),
            document.getLanguageId() == null ? "" : document.getLanguageId(),
            document.getText()));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    var document = params.getTextDocument();
    if (params.getContentChanges().stream().anyMatch(change -> change.getText() == null)) {
      LOG.warn("A change of {} without a text is left alone.", document.getUri());
      return;
    }
    session.changed(
        session.uris().fromClient(document.getUri()),
        document.getVersion(),
        params.getContentChanges());
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    session.closed(session.uris().fromClient(params.getTextDocument().getUri()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    session.saved(session.uris().fromClient(params.getTextDocument().getUri()));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return hovers.hover(params);
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return completions.completion(params);
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return codeActions.codeAction(params);
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    return diagnostics.diagnostic(params);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return symbols.documentSymbol(params);
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return links.documentLink(params);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return definitions.definition(params);
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return foldings.foldingRange(params);
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return selections.selectionRange(params);
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return lenses.codeLens(params);
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return hints.inlayHint(params);
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return references.references(params);
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return renames.prepare(params);
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return renames.rename(params);
  }
}
