package dev.envlens.lsp;

import dev.envlens.check.Change;
import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.check.Severity;
import dev.envlens.feature.Link;
import dev.envlens.feature.Symbol;
import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Turns what core says into the protocol's types. */
final class ToLsp {

  static final String SOURCE = "envlens";

  private ToLsp() {}

  static Range range(LineIndex lines, TextRange range) {
    return new Range(position(lines, range.start()), position(lines, range.end()));
  }

  static Range range(Position start, Position end) {
    return new Range(position(start), position(end));
  }

  private static org.eclipse.lsp4j.Position position(LineIndex lines, int offset) {
    return position(lines.position(offset));
  }

  private static org.eclipse.lsp4j.Position position(Position position) {
    return new org.eclipse.lsp4j.Position(position.line(), position.character());
  }

  static Diagnostic diagnostic(LineIndex lines, Finding finding) {
    var diagnostic = new Diagnostic(range(lines, finding.place().range()), finding.message());
    diagnostic.setSource(SOURCE);
    diagnostic.setCode(finding.code());
    diagnostic.setSeverity(severity(finding.severity()));
    return diagnostic;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }

  static DocumentSymbol symbol(LineIndex lines, Symbol symbol) {
    var result =
        new DocumentSymbol(
            symbol.name(),
            kind(symbol.kind()),
            range(lines, symbol.range()),
            range(lines, symbol.selection()));
    result.setDetail(symbol.detail());
    result.setChildren(symbol.children().stream().map(child -> symbol(lines, child)).toList());
    return result;
  }

  private static SymbolKind kind(Symbol.Kind kind) {
    return switch (kind) {
      case ENVIRONMENT -> SymbolKind.Module;
      case IMAGE, STAGE -> SymbolKind.File;
      case BUILD -> SymbolKind.Namespace;
      case CONDA -> SymbolKind.Object;
      case CHANNEL -> SymbolKind.String;
      case PACKAGE -> SymbolKind.Package;
      case SETTING -> SymbolKind.Property;
      case REFERENCE -> SymbolKind.Interface;
    };
  }

  static DocumentLink link(LineIndex lines, Uris uris, Link link) {
    return new DocumentLink(
        range(lines, link.range()), uris.toClient(link.target()), null, link.tooltip());
  }

  /**
   * The edit of a fix, in the form that the client understands; nothing when it can't do what the
   * fix needs, or when a file to be edited isn't known.
   *
   * @param targets the lines of a file, and its version where it is open
   */
  static Optional<WorkspaceEdit> edit(
      Fix fix, ClientFeatures client, Uris uris, Function<URI, Optional<Target>> targets) {
    Map<URI, List<TextEdit>> edits = new LinkedHashMap<>();
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    for (var change : fix.changes()) {
      if (change instanceof Change.Create create) {
        if (!client.createsFiles() || !client.documentChanges()) {
          return Optional.empty();
        }
        String uri = uris.toClient(create.file());
        changes.add(Either.forRight(new CreateFile(uri)));
        changes.add(Either.forLeft(insertion(uri, create.text())));
      } else if (change instanceof Change.Edit edit) {
        var target = targets.apply(edit.file());
        if (target.isEmpty()) {
          return Optional.empty();
        }
        edits
            .computeIfAbsent(edit.file(), file -> new ArrayList<>())
            .add(
                new TextEdit(
                    range(target.get().lines(), edit.edit().range()), edit.edit().newText()));
      }
    }
    return Optional.of(edit(edits, changes, client, uris, targets));
  }

  /** A file that a fix edits. */
  record Target(LineIndex lines, Optional<Integer> version) {}

  private static WorkspaceEdit edit(
      Map<URI, List<TextEdit>> edits,
      List<Either<TextDocumentEdit, ResourceOperation>> changes,
      ClientFeatures client,
      Uris uris,
      Function<URI, Optional<Target>> targets) {
    if (!client.documentChanges()) {
      Map<String, List<TextEdit>> plain = new LinkedHashMap<>();
      edits.forEach((file, texts) -> plain.put(uris.toClient(file), texts));
      return new WorkspaceEdit(plain);
    }
    edits.forEach(
        (file, texts) -> {
          var version = targets.apply(file).flatMap(Target::version).orElse(null);
          var identifier = new VersionedTextDocumentIdentifier(uris.toClient(file), version);
          List<Either<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>> list = new ArrayList<>();
          texts.forEach(text -> list.add(Either.forLeft(text)));
          changes.add(Either.forLeft(new TextDocumentEdit(identifier, list)));
        });
    return new WorkspaceEdit(changes);
  }

  private static TextDocumentEdit insertion(String uri, String text) {
    var start = new org.eclipse.lsp4j.Position(0, 0);
    return new TextDocumentEdit(
        new VersionedTextDocumentIdentifier(uri, null),
        List.of(Either.forLeft(new TextEdit(new Range(start, start), text))));
  }
}
