package dev.envlens.lsp;

import dev.envlens.curated.Catalogue;
import dev.envlens.feature.Completion;
import dev.envlens.feature.Completions;
import dev.envlens.feature.Knowledge;
import dev.envlens.feature.PackageCatalogue;
import dev.envlens.feature.RegisteredEnvironments;
import dev.envlens.index.IndexedFiles;
import dev.envlens.index.IndexedPackages;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what can be written at the caret. */
final class CompletionRequests {

  /** The characters after which an editor asks by itself. */
  static final List<String> TRIGGERS =
      List.of(":", " ", "-", "/", "=", "\"", "'", "{", "[", ",", "@", ".");

  private final Answers answers;

  CompletionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          int caret = Answers.offset(lines, params.getPosition());
          return isIndenting(params.getContext(), analysis.document().text(), lines, caret)
              ? Either.forRight(new CompletionList(List.of()))
              : Either.forRight(list(lines, answer(analysis, caret)));
        },
        Either.forRight(new CompletionList(List.of())));
  }

  /** A space at the start of a line is typed to get somewhere, not to be asked something. */
  private static boolean isIndenting(
      CompletionContext context, String text, LineIndex lines, int caret) {
    int start = lines.lineStart(lines.line(caret));
    return context != null
        && " ".equals(context.getTriggerCharacter())
        && text.substring(start, Math.max(start, caret)).isBlank();
  }

  private Completions.Answer answer(Analysis analysis, int caret) {
    return analysis
        .dockerfile()
        .map(dockerfile -> Completions.at(dockerfile, caret, this::curated))
        .or(() -> analysis.contents().map(it -> Completions.at(it, caret, knowledge(analysis))))
        .orElseGet(() -> new Completions.Answer(List.of(), false));
  }

  /**
   * What is known around a document. Index and workspace are taken as they are: what they don't
   * know yet, the next answer has.
   */
  private Knowledge knowledge(Analysis analysis) {
    var session = answers.session();
    URI own = analysis.document().uri();
    var index = session.index().sofar();
    return new Knowledge(
        session.files(),
        session.listings(),
        new IndexedPackages(index, own).and(PackageCatalogue.shipped()),
        new RegisteredEnvironments(session.shown(analysis), new IndexedFiles(index, own)),
        session.today(),
        this::curated);
  }

  private Catalogue curated() {
    return answers.session().machine().curated();
  }

  private CompletionList list(LineIndex lines, Completions.Answer answer) {
    var features = answers.session().client().completion();
    var items = new ArrayList<CompletionItem>();
    for (var completion : answer.items()) {
      items.add(item(lines, completion, features, items.size()));
    }
    return new CompletionList(answer.incomplete(), items);
  }

  private static CompletionItem item(
      LineIndex lines, Completion completion, CompletionFeatures features, int place) {
    var shown = completion.shown();
    boolean snippet = features.snippets() && completion.isSnippet();
    var item = new CompletionItem(shown.label());
    item.setKind(kind(shown.kind()));
    if (!shown.detail().isEmpty()) {
      item.setDetail(shown.detail());
    }
    if (!shown.documentation().isEmpty()) {
      item.setDocumentation(
          features.markdown()
              ? Either.forRight(new MarkupContent(MarkupKind.MARKDOWN, shown.documentation()))
              : Either.forRight(new MarkupContent(MarkupKind.PLAINTEXT, shown.documentation())));
    }
    item.setSortText("%04d".formatted(place));
    item.setFilterText(completion.filter());
    item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
    if (features.asIs()) {
      item.setInsertTextMode(InsertTextMode.AsIs);
    }
    String text = snippet ? completion.snippet(features.asIs()) : completion.text();
    item.setTextEdit(Either.forLeft(new TextEdit(ToLsp.range(lines, completion.range()), text)));
    return item;
  }

  private static CompletionItemKind kind(Completion.Kind kind) {
    return switch (kind) {
      case KEY -> CompletionItemKind.Property;
      case VALUE, VERSION -> CompletionItemKind.Value;
      case IMAGE, PACKAGE -> CompletionItemKind.Module;
      case FILE -> CompletionItemKind.File;
      case FOLDER -> CompletionItemKind.Folder;
      case REFERENCE -> CompletionItemKind.Reference;
      case SKELETON -> CompletionItemKind.Snippet;
    };
  }
}
