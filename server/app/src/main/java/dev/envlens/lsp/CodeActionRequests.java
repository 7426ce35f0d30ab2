package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.check.FixAll;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what can be done about the text that is selected, and about the file as a whole. */
final class CodeActionRequests {

  /** The kind of the action that applies every safe fix of a file. */
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".envlens";

  private final Answers answers;

  CodeActionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    var only = params.getContext() == null ? null : params.getContext().getOnly();
    boolean fixes = includes(only, CodeActionKind.QuickFix);
    boolean fixAll = includes(only, FIX_ALL);
    if (!fixes && !fixAll) {
      return CompletableFuture.completedFuture(List.of());
    }
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          var range =
              new TextRange(
                  Answers.offset(lines, params.getRange().getStart()),
                  Math.max(
                      Answers.offset(lines, params.getRange().getStart()),
                      Answers.offset(lines, params.getRange().getEnd())));
          var selected =
              answers
                  .findings(analysis)
                  .filter(finding -> fixes && finding.place().range().intersects(range))
                  .flatMap(finding -> actions(lines, finding));
          var whole = fixAll ? fixAll(analysis).stream() : Stream.<CodeAction>empty();
          return Stream.concat(selected, whole).map(Either::<Command, CodeAction>forRight).toList();
        },
        List.of());
  }

  /** Whether {@code kind} is asked for: by its own name, by one above it, or by no name at all. */
  private static boolean includes(List<String> only, String kind) {
    return only == null
        || only.stream()
            .anyMatch(
                asked -> asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + "."));
  }

  private Optional<CodeAction> fixAll(Analysis analysis) {
    var uri = analysis.document().uri();
    return Optional.ofNullable(FixAll.of(new OpenFile(answers, analysis), finding -> true).get(uri))
        .flatMap(
            fixed -> {
              int count = fixed.mended().size();
              String title =
                  "Apply %d safe %s to this file".formatted(count, count == 1 ? "fix" : "fixes");
              return edit(Fix.edit(title, uri, fixed.edits()))
                  .map(
                      edit -> {
                        var action = new CodeAction(title);
                        action.setKind(FIX_ALL);
                        action.setEdit(edit);
                        return action;
                      });
            });
  }

  private Optional<WorkspaceEdit> edit(Fix fix) {
    return ToLsp.edit(fix, answers.session().client(), answers.session().uris(), answers::target);
  }

  /** The open document, of which alone an action for a whole file speaks. */
  private record OpenFile(Answers answers, Analysis analysis) implements FixAll.Files {

    @Override
    public Optional<URI> editable(URI file) {
      return Optional.of(file).filter(analysis.document().uri()::equals);
    }

    @Override
    public String text(URI editable) {
      return analysis.document().text();
    }

    @Override
    public List<Finding> check(Map<URI, String> changed) {
      var text = changed.get(analysis.document().uri());
      return text == null
          ? answers.findings(analysis).toList()
          : answers.session().analyses().with(analysis, text).findings();
    }
  }

  private Stream<CodeAction> actions(LineIndex lines, Finding finding) {
    var diagnostic = ToLsp.diagnostic(lines, finding);
    return finding.fixes().stream()
        .flatMap(
            fix ->
                edit(fix).stream()
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
}
