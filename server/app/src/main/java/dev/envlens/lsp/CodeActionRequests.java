package dev.envlens.lsp;

import com.google.gson.JsonObject;
import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.definition.Contents;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Surroundings;
import dev.envlens.refactor.Refactoring;
import dev.envlens.refactor.Refactorings;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what can be done about the text that is selected, and about the file as a whole. */
final class CodeActionRequests {

  /** The kinds of rewrites that mend no fault. */
  private static final List<String> REWRITES =
      List.of(
          CodeActionKind.RefactorExtract,
          CodeActionKind.RefactorInline,
          CodeActionKind.RefactorRewrite);

  /** The kinds of actions that there are. */
  static final List<String> KINDS =
      Stream.concat(Stream.of(CodeActionKind.QuickFix, FixAllActions.KIND), REWRITES.stream())
          .toList();

  /** How long an answer waits each time to learn which files there are, in milliseconds. */
  private static final long PATIENCE = 100;

  /** So often it looks; what makes a file isn't offered while it isn't known what stands there. */
  private static final int MOST_LOOKS = 5;

  private final Answers answers;

  CodeActionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    if (KINDS.stream().noneMatch(kind -> isWanted(params, kind))) {
      return CompletableFuture.completedFuture(List.of());
    }
    var session = answers.session();
    return answered(params, MOST_LOOKS)
        .whenComplete(
            // Whether a name is free is looked up each time: a file made meanwhile must not be
            // written over.
            (list, failure) -> session.files().retain(session.analyses()::asks));
  }

  /** The actions, once it is known which files there are; each look may ask for another name. */
  private CompletableFuture<List<Either<Command, CodeAction>>> answered(
      CodeActionParams params, int looks) {
    var files = new NoticedFiles(answers.session().files());
    return actions(params, files)
        .thenCompose(
            list -> {
              if (looks == 0 || !files.wasPending()) {
                return CompletableFuture.completedFuture(list);
              }
              return answers
                  .session()
                  .files()
                  .fileReads()
                  .idle()
                  .copy()
                  .completeOnTimeout(null, PATIENCE, TimeUnit.MILLISECONDS)
                  .thenCompose(read -> answered(params, looks - 1));
            });
  }

  private CompletableFuture<List<Either<Command, CodeAction>>> actions(
      CodeActionParams params, Surroundings files) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          int start = Answers.offset(lines, params.getRange().getStart());
          int end = Answers.offset(lines, params.getRange().getEnd());
          var range = new TextRange(start, Math.max(start, end));
          return Stream.concat(
                  Stream.concat(fixes(params, analysis, range), fixAll(params, analysis)),
                  refactorings(params, analysis, range, files))
              .map(Either::<Command, CodeAction>forRight)
              .toList();
        },
        List.of());
  }

  /** Whether the client asks for actions of {@code kind}, or of all kinds. */
  private static boolean isWanted(CodeActionParams params, String kind) {
    var only = params.getContext() == null ? null : params.getContext().getOnly();
    return only == null
        || only.stream()
            .anyMatch(
                asked -> asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + "."));
  }

  private Stream<CodeAction> fixAll(CodeActionParams params, Analysis analysis) {
    return isWanted(params, FixAllActions.KIND)
        ? new FixAllActions(answers).of(analysis).stream()
        : Stream.empty();
  }

  private Stream<CodeAction> fixes(CodeActionParams params, Analysis analysis, TextRange range) {
    if (!isWanted(params, CodeActionKind.QuickFix)) {
      return Stream.empty();
    }
    return answers
        .findings(analysis)
        .filter(finding -> finding.place().range().intersects(range))
        .flatMap(
            finding ->
                Stream.concat(
                    actions(Answers.lines(analysis), finding), difference(finding, analysis)));
  }

  /** What a person may want to see before mending it; it edits nothing. */
  private Stream<CodeAction> difference(Finding finding, Analysis analysis) {
    if (!finding.code().equals("changed-since-registered")) {
      return Stream.empty();
    }
    var argument = new JsonObject();
    argument.addProperty("uri", answers.session().uris().toClient(analysis.document().uri()));
    argument.addProperty("show", true);
    var action = new CodeAction("Show what differs");
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(ToLsp.diagnostic(Answers.lines(analysis), finding)));
    action.setCommand(new Command(action.getTitle(), "envlens.server.diff", List.of(argument)));
    return Stream.of(action);
  }

  private Stream<CodeAction> actions(LineIndex lines, Finding finding) {
    var diagnostic = ToLsp.diagnostic(lines, finding);
    return finding.fixes().stream()
        .flatMap(
            fix ->
                edit(fix).stream()
                    .map(
                        edit -> {
                          var action = action(fix, CodeActionKind.QuickFix, edit);
                          action.setDiagnostics(List.of(diagnostic));
                          if (fix.equals(finding.fixes().get(0)) && fix.safe()) {
                            action.setIsPreferred(true);
                          }
                          return action;
                        }));
  }

  private Stream<CodeAction> refactorings(
      CodeActionParams params, Analysis analysis, TextRange range, Surroundings files) {
    if (REWRITES.stream().noneMatch(kind -> isWanted(params, kind))) {
      return Stream.empty();
    }
    var document = analysis.document();
    var found =
        RequirementsSource.isOne(document.uri(), document.languageId())
            ? requirements(document, files)
            : analysis
                .contents()
                .filter(Contents::isOurs)
                .map(contents -> rewrites(contents, analysis, range, files))
                .orElse(List.of());
    return found.stream()
        .filter(refactoring -> isWanted(params, kind(refactoring)))
        .flatMap(
            refactoring ->
                edit(refactoring.fix()).stream()
                    .map(edit -> action(refactoring.fix(), kind(refactoring), edit)));
  }

  private List<Refactoring> rewrites(
      Contents contents, Analysis analysis, TextRange range, Surroundings files) {
    var registered = answers.session().shown(analysis);
    return Stream.concat(
            Refactorings.of(contents, range, files).stream(),
            Refactorings.ofRegistered(contents, range, files, registered).stream())
        .toList();
  }

  private List<Refactoring> requirements(OpenDocument document, Surroundings files) {
    return document.text().length() > answers.session().settings().maxFileSize()
        ? List.of()
        : Refactorings.ofRequirements(document.uri(), document.text(), files);
  }

  private static String kind(Refactoring refactoring) {
    return switch (refactoring.kind()) {
      case EXTRACT -> CodeActionKind.RefactorExtract;
      case INLINE -> CodeActionKind.RefactorInline;
      case REWRITE -> CodeActionKind.RefactorRewrite;
    };
  }

  private Optional<WorkspaceEdit> edit(Fix fix) {
    return ToLsp.edit(fix, answers.session().client(), answers.session().uris(), answers::target);
  }

  private static CodeAction action(Fix fix, String kind, WorkspaceEdit edit) {
    var action = new CodeAction(fix.title());
    action.setKind(kind);
    action.setEdit(edit);
    return action;
  }
}
