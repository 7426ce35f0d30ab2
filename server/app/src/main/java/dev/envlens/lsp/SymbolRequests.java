package dev.envlens.lsp;

import dev.envlens.feature.Symbol;
import dev.envlens.feature.Symbols;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers how a document is laid out. */
@SuppressWarnings("deprecation") // SymbolInformation is for clients that know no tree of symbols
final class SymbolRequests {

  private final Answers answers;

  SymbolRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> {
          var lines = page.lines();
          List<Symbol> symbols = Symbols.of(page);
          if (answers.session().client().hierarchicalSymbols()) {
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
}
