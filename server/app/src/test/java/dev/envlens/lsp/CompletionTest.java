package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

  @TempDir Path folder;

  private static CompletionList complete(Editor editor, String path, String before) {
    return complete(editor, path, before, new CompletionContext(CompletionTriggerKind.Invoked));
  }

  /** What is offered behind the first {@code before} in the document. */
  private static CompletionList complete(
      Editor editor, String path, String before, CompletionContext context) {
    String text = editor.text(path);
    int offset = text.indexOf(before) + before.length();
    var position = LineIndex.of(text).position(offset);
    var params =
        new CompletionParams(
            new TextDocumentIdentifier(editor.uri(path)),
            new Position(position.line(), position.character()),
            context);
    return Editor.await(editor.remote().getTextDocumentService().completion(params)).getRight();
  }

  private static List<String> labels(CompletionList list) {
    return list.getItems().stream().map(CompletionItem::getLabel).toList();
  }

  private static CompletionItem item(CompletionList list, String label) {
    return list.getItems().stream()
        .filter(item -> item.getLabel().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " isn't in " + labels(list)));
  }

  /** The document once {@code label} was chosen. */
  private static String chosen(Editor editor, String path, CompletionList list, String label) {
    String text = editor.text(path);
    var edit = item(list, label).getTextEdit().getLeft();
    var lines = LineIndex.of(text);
    var range =
        new TextRange(
            lines.offset(position(edit.getRange().getStart())),
            lines.offset(position(edit.getRange().getEnd())));
    return TextEdit.apply(text, List.of(TextEdit.replace(range, edit.getNewText())));
  }

  private static dev.envlens.text.Position position(Position position) {
    return new dev.envlens.text.Position(position.getLine(), position.getCharacter());
  }

  private static Editor withSnippets(Path folder) {
    return Editor.in(
        folder,
        abilities -> {
          var item = new CompletionItemCapabilities(true);
          item.setDocumentationFormat(List.of("markdown"));
          item.setInsertTextModeSupport(
              new CompletionItemInsertTextModeSupportCapabilities(List.of(InsertTextMode.AsIs)));
          var document = new TextDocumentClientCapabilities();
          document.setCompletion(new CompletionCapabilities(item));
          abilities.setTextDocument(document);
        },
        new JsonObject());
  }

  @Test
  void aKeyComesWithItsValueInOrderAndExplained() {
    try (var editor = withSnippets(folder)) {
      editor.open("environment.yml", "name: train\nimage: a.io/b:1\nbui\ninf\n");
      var list = complete(editor, "environment.yml", "inf");
      var item = item(list, "inference_config");
      assertEquals(InsertTextFormat.Snippet, item.getInsertTextFormat());
      assertEquals(InsertTextMode.AsIs, item.getInsertTextMode());
      assertEquals("inference_config", item.getFilterText());
      assertTrue(item.getDocumentation().getRight().getValue().contains("web server"));
      assertTrue(
          item.getTextEdit().getLeft().getNewText().contains("port: ${1:5001}"),
          () -> item.getTextEdit().toString());
      var order = list.getItems().stream().map(CompletionItem::getSortText).toList();
      assertEquals(order.stream().sorted().toList(), order);
    }
  }

  @Test
  void anEditorWithoutSnippetsGetsPlainText() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", "name: train\nimage: a.io/b:1\n  \nos\n");
      var list = complete(editor, "environment.yml", "\nos");
      assertEquals(InsertTextFormat.PlainText, item(list, "os_type").getInsertTextFormat());
      assertEquals(
          "name: train\nimage: a.io/b:1\n  \nos_type: linux\n",
          chosen(editor, "environment.yml", list, "os_type"));
    }
  }

  @Test
  void filesOfTheFolderAreOfferedAndNewOnesAsSoonAsTheyAreThere() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", "dependencies: [python=3.12]\n");
      editor.open("environment.yml", "name: a\nimage: b:1\nconda_file: \n");
      var list = complete(editor, "environment.yml", "conda_file: ");
      assertFalse(list.isIncomplete());
      assertEquals(List.of("conda.yml"), labels(list));
      assertEquals(
          "name: a\nimage: b:1\nconda_file: conda.yml\n",
          chosen(editor, "environment.yml", list, "conda.yml"));

      editor.write("other.yml", "").settle();
      complete(editor, "environment.yml", "conda_file: ");
      editor.settle();
      assertEquals(
          List.of("conda.yml", "other.yml"),
          labels(complete(editor, "environment.yml", "conda_file: ")));
    }
  }

  @Test
  void aFolderThatWasNotReadYetMakesTheAnswerIncompleteAndComplete() {
    try (var editor = Editor.in(folder)) {
      editor.write("envs/dev.yml", "dependencies: [python=3.12]\n");
      editor.open("environment.yml", "name: a\nimage: b:1\nconda_file: envs/\n");
      assertTrue(complete(editor, "environment.yml", "envs/").isIncomplete());
      editor.settle();
      var list = complete(editor, "environment.yml", "envs/");
      assertFalse(list.isIncomplete());
      assertEquals(List.of("dev.yml"), labels(list));
    }
  }

  @Test
  void theFilesOfTheWorkspaceAreKnown() throws IOException {
    Files.writeString(folder.resolve("environment.yml"), "name: train\nversion: 7\nimage: b:1\n");
    try (var editor = Editor.over(folder)) {
      editor.open("conda.yml", "channels: [c]\ndependencies:\n  - our-lib=1.2.3\n");
      editor.open("job.yml", "command: x\nenvironment: azureml:\ncompute: c\n");
      editor.open("other.yml", "channels: [c]\ndependencies:\n  - our\n").settle();
      assertFalse(labels(complete(editor, "other.yml", "- our")).contains("our"));
      var labels = labels(complete(editor, "job.yml", "azureml:"));
      assertTrue(labels.contains("azureml:train:7"), () -> labels.toString());
      assertEquals(
          "channels: [c]\ndependencies:\n  - our-lib=1.2.3\n",
          chosen(editor, "other.yml", complete(editor, "other.yml", "- our"), "our-lib"));
    }
  }

  @Test
  void anEmptyFileAndADockerfileAreBegun() {
    try (var editor = Editor.in(folder)) {
      editor.open("train.yml", "").open("Dockerfile", "FROM \n");
      assertTrue(
          chosen(
                  editor,
                  "train.yml",
                  complete(editor, "train.yml", ""),
                  "Azure ML environment: image")
              .contains("name: train\nimage: mcr.microsoft.com/azureml/"));
      assertTrue(
          labels(complete(editor, "Dockerfile", "FROM "))
              .get(0)
              .startsWith("mcr.microsoft.com/azureml/"));
    }
  }

  @Test
  void indentationIsNotAQuestion() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", "name: a\nimage: b:1\n \nos_type: \n");
      var space = new CompletionContext(CompletionTriggerKind.TriggerCharacter, " ");
      assertEquals(List.of(), labels(complete(editor, "environment.yml", "b:1\n ", space)));
      assertEquals(
          List.of("linux", "windows"),
          labels(complete(editor, "environment.yml", "os_type: ", space)));
    }
  }

  @Test
  void thousandsOfPackagesAreAnsweredInParts() {
    String packages =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "  - package%d=1.0.0\n".formatted(i))
            .collect(Collectors.joining());
    try (var editor = Editor.in(folder)) {
      editor.open("conda.yml", "channels: [c]\ndependencies:\n" + packages);
      editor.open("other.yml", "channels: [c]\ndependencies:\n  - package4\n").settle();
      var list = complete(editor, "other.yml", "package4");
      assertTrue(list.isIncomplete());
      assertTrue(labels(list).contains("package4"));
    }
  }
}
