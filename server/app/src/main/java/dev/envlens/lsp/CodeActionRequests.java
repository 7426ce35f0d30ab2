package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what can be done about the text that is selected. */
final class CodeActionRequests {

  private final Answers answers;

  CodeActionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    var only = params.getContext() == null ? null : params.getContext().getOnly();
    if (only != null && only.stream().noneMatch(CodeActionRequests::includesQuickFix)) {
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
          return answers
              .findings(analysis)
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
                ToLsp.edit(
                        fix, answers.session().client(), answers.session().uris(), answers::target)
                    .stream()
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
