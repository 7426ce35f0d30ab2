package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.check.FixAll;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The action that applies every safe fix of a file. */
final class FixAllActions {

  static final String KIND = CodeActionKind.SourceFixAll + ".envlens";

  private final Answers answers;

  FixAllActions(Answers answers) {
    this.answers = answers;
  }

  Optional<CodeAction> of(Analysis analysis) {
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
                        action.setKind(KIND);
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
}
