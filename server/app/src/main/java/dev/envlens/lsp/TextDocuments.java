package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.definition.Contents;
import dev.envlens.feature.Hovers;
import dev.envlens.feature.Links;
import dev.envlens.feature.Symbol;
import dev.envlens.feature.Symbols;
import dev.envlens.link.FileState;
import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
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
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the editor says and asks about single documents. */
@SuppressWarnings("deprecation") // SymbolInformation is for clients that know no tree of symbols
final class TextDocuments implements TextDocumentService {

  private static final Logger LOG = LoggerFactory.getLogger(TextDocuments.class);

  private final Session session;

  TextDocuments(Session session) {
    this.session = session;
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
    session.touched(List.of(session.uris().fromClient(params.getTextDocument().getUri())));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return answer(
        params.getTextDocument().getUri(),
        analysis -> {
          var contents = analysis.contents().filter(Contents::isOurs);
          if (contents.isEmpty()) {
            return null;
          }
          var lines = lines(analysis);
          return Hovers.at(
                  contents.get(),
                  offset(lines, params.getPosition()),
                  session.files(),
                  session.settings().hoverOptions())
              .map(
                  hover ->
                      new Hover(
                          new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()),
                          ToLsp.range(lines, hover.range())))
              .orElse(null);
        },
        null);
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    var only = params.getContext() == null ? null : params.getContext().getOnly();
    if (only != null && only.stream().noneMatch(TextDocuments::includesQuickFix)) {
      return CompletableFuture.completedFuture(List.of());
    }
    return answer(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = lines(analysis);
          var range =
              new TextRange(
                  offset(lines, params.getRange().getStart()),
                  Math.max(
                      offset(lines, params.getRange().getStart()),
                      offset(lines, params.getRange().getEnd())));
          return findings(analysis)
              .filter(finding -> finding.place().range().intersects(range))
              .flatMap(finding -> actions(lines, finding))
              .map(Either::<Command, CodeAction>forRight)
              .toList();
        },
        List.of());
  }

  private static boolean includesQuickFix(String kind) {
    return kind.isEmpty()
        || CodeActionKind.QuickFix.equals(kind)
        || CodeActionKind.QuickFix.startsWith(kind + ".");
  }

  private Stream<CodeAction> actions(LineIndex lines, Finding finding) {
    var diagnostic = ToLsp.diagnostic(lines, finding);
    return finding.fixes().stream()
        .flatMap(
            fix ->
                ToLsp.edit(fix, session.client(), session.uris(), this::target).stream()
                    .map(
                        edit -> {
                          var action = new CodeAction(fix.title());
                          action.setKind(CodeActionKind.QuickFix);
                          action.setDiagnostics(List.of(diagnostic));
                          action.setEdit(edit);
                          if (fix.equals(finding.fixes().get(0)) && fix.safe()) {
                            action.setIsPreferred(true);
                          }
                          return action;
                        }));
  }

  private Optional<ToLsp.Target> target(URI file) {
    var open = session.documents().get(file);
    if (open.isPresent()) {
      return Optional.of(
          new ToLsp.Target(LineIndex.of(open.get().text()), Optional.of(open.get().version())));
    }
    return session.files().file(file) instanceof FileState.Text text
        ? Optional.of(new ToLsp.Target(LineIndex.of(text.text()), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    var empty = new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    return answer(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = lines(analysis);
          var document = analysis.document();
          var findings = findings(analysis).toList();
          session.pulled(document.uri(), document.version(), findings);
          return new DocumentDiagnosticReport(
              new RelatedFullDocumentDiagnosticReport(
                  findings.stream().map(finding -> ToLsp.diagnostic(lines, finding)).toList()));
        },
        empty);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return answer(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = lines(analysis);
          List<Symbol> symbols =
              analysis
                  .dockerfile()
                  .map(Symbols::of)
                  .orElseGet(() -> analysis.contents().map(Symbols::of).orElse(List.of()));
          if (session.client().hierarchicalSymbols()) {
            return symbols.stream()
                .map(symbol -> ToLsp.symbol(lines, symbol))
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList();
          }
          String uri = params.getTextDocument().getUri();
          return symbols.stream()
              .flatMap(symbol -> flat(uri, "", ToLsp.symbol(lines, symbol)))
              .map(Either::<SymbolInformation, DocumentSymbol>forLeft)
              .toList();
        },
        List.of());
  }

  private static Stream<SymbolInformation> flat(
      String uri, String container, DocumentSymbol symbol) {
    var information =
        new SymbolInformation(
            symbol.getName(), symbol.getKind(), new Location(uri, symbol.getRange()), container);
    return Stream.concat(
        Stream.of(information),
        symbol.getChildren().stream().flatMap(child -> flat(uri, symbol.getName(), child)));
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return answer(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = lines(analysis);
          return analysis
              .contents()
              .map(contents -> Links.of(contents, analysis.asking()))
              .orElse(List.of())
              .stream()
              .map(link -> ToLsp.link(lines, session.uris(), link))
              .toList();
        },
        List.of());
  }

  /** The findings in the document itself, its own and those of environments that use it. */
  private Stream<Finding> findings(Analysis analysis) {
    if (!session.settings().checkEnabled()) {
      return Stream.empty();
    }
    var uri = analysis.document().uri();
    return Stream.concat(analysis.findings().stream(), session.publisher().of(uri).stream())
        .filter(finding -> finding.place().file().equals(uri))
        .distinct();
  }

  private <T> CompletableFuture<T> answer(
      String spelled, Function<Analysis, T> answer, T otherwise) {
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

  private static LineIndex lines(Analysis analysis) {
    return analysis
        .contents()
        .map(contents -> contents.source().yaml().lines())
        .orElseGet(() -> LineIndex.of(analysis.document().text()));
  }

  private static int offset(LineIndex lines, org.eclipse.lsp4j.Position position) {
    return lines.offset(new Position(position.getLine(), position.getCharacter()));
  }
}
