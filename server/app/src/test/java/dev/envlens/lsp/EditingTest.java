package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditingTest {

  private static final String SCHEMA =
      "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n";

  @TempDir Path folder;

  private static Editor able(Path folder) {
    return Editor.in(
        folder,
        capabilities -> {
          var edits = new WorkspaceEditCapabilities();
          edits.setDocumentChanges(true);
          edits.setResourceOperations(List.of(ResourceOperationKind.Create));
          var workspace = new WorkspaceClientCapabilities();
          workspace.setWorkspaceEdit(edits);
          capabilities.setWorkspace(workspace);
          var symbols = new DocumentSymbolCapabilities();
          symbols.setHierarchicalDocumentSymbolSupport(true);
          var document = new TextDocumentClientCapabilities();
          document.setDocumentSymbol(symbols);
          capabilities.setTextDocument(document);
        },
        new JsonObject());
  }

  private static CodeAction titled(List<CodeAction> actions, String start) {
    return actions.stream()
        .filter(action -> action.getTitle().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(actions.stream().map(CodeAction::getTitle).toList()));
  }

  @Test
  void aFixMendsTheOpenDocument() {
    try (var editor = able(folder)) {
      editor.open("environment.yml", SCHEMA + "name: train\nimagee: python:3.11\n");
      assertTrue(editor.findings("environment.yml").contains("unknown-key «imagee»"));
      var fix = titled(editor.actions("environment.yml", "imagee"), "Rename");
      assertEquals("unknown-key", fix.getDiagnostics().get(0).getCode().getLeft());
      editor.apply(fix.getEdit());
      assertEquals(SCHEMA + "name: train\nimage: python:3.11\n", editor.text("environment.yml"));
      assertTrue(
          editor.findings("environment.yml").stream().noneMatch(f -> f.startsWith("unknown")));
    }
  }

  @Test
  void aFixOfALinkedFileIsOfferedThere() {
    try (var editor = able(folder)) {
      String conda = "channels: [a, a]\ndependencies: [python=3.11.4]\n";
      editor.write("conda.yml", conda);
      editor.open("environment.yml", "name: x\nimage: python:3.11\nconda_file: conda.yml\n");
      editor.open("conda.yml", conda);
      editor.apply(titled(editor.actions("conda.yml", "a]"), "Remove").getEdit());
      assertEquals("channels: [a]\ndependencies: [python=3.11.4]\n", editor.text("conda.yml"));
    }
  }

  @Test
  void aFixOfARequirementsFileIsOfferedThere() {
    try (var editor = able(folder)) {
      editor.write(
          "docker/Dockerfile",
          "FROM python:3.12.8\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n");
      editor.write("docker/requirements.txt", "numpy=1.26.4\n");
      editor.open("environment.yml", "name: train\nbuild: {path: docker}\n");
      editor.open("docker/requirements.txt", "numpy=1.26.4\n");
      editor.apply(titled(editor.actions("docker/requirements.txt", "="), "Write").getEdit());
      assertEquals("numpy==1.26.4\n", editor.text("docker/requirements.txt"));
    }
  }

  @Test
  void aMissingFileIsCreatedWhereTheEditorCan() {
    String text = "name: x\nimage: python:3.11\nconda_file: conda.yml\n";
    try (var editor = able(folder)) {
      editor.open("environment.yml", text);
      var changes =
          titled(editor.actions("environment.yml", "conda.yml"), "Create")
              .getEdit()
              .getDocumentChanges();
      assertTrue(changes.get(0).getRight() instanceof CreateFile);
      assertEquals(editor.uri("conda.yml"), changes.get(1).getLeft().getTextDocument().getUri());
    }
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", text);
      assertTrue(
          editor.actions("environment.yml", "conda.yml").stream()
              .noneMatch(action -> action.getTitle().startsWith("Create")));
    }
  }

  private static final String SLOPPY =
      SCHEMA
          + "name: train\n# envlens: ignore floating-image\nimage: python:3.12.4\n"
          + "build_: 1 # envlens: ignore invalid-image, invalid-name\n";

  private static List<CodeAction> actions(Editor editor, String path, List<String> only) {
    var params =
        new CodeActionParams(
            new TextDocumentIdentifier(editor.uri(path)),
            new Range(new Position(0, 0), new Position(0, 0)),
            new CodeActionContext(List.of(), only));
    return Editor.await(editor.remote().getTextDocumentService().codeAction(params)).stream()
        .map(either -> either.getRight())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source.fixAll.envlens", "source.fixAll", "source", ""})
  void everySafeFixOfAFileIsOneAction(String kind) {
    try (var editor = able(folder)) {
      editor.open("environment.yml", SLOPPY);
      var actions = actions(editor, "environment.yml", List.of(kind));
      assertEquals(
          List.of("source.fixAll.envlens"), actions.stream().map(CodeAction::getKind).toList());
      editor.apply(actions.get(0).getEdit());
      assertEquals(
          SCHEMA + "name: train\nimage: python:3.12.4\nbuild_: 1\n",
          editor.text("environment.yml"));
      assertEquals(List.of(), actions(editor, "environment.yml", List.of(kind)));
    }
  }

  @Test
  void aFileWideFixIsOfferedBesideOthersAndNotWhenOthersAreAskedFor() {
    try (var editor = able(folder)) {
      editor.open("environment.yml", SLOPPY);
      assertEquals(
          List.of("source.fixAll.envlens"),
          actions(editor, "environment.yml", null).stream().map(CodeAction::getKind).toList());
      for (String kind : List.of("quickfix", "source.fixAll.other", "source.organizeImports")) {
        assertEquals(List.of(), actions(editor, "environment.yml", List.of(kind)), kind);
      }
      assertEquals(
          CodeActionRequests.KINDS,
          editor
              .capabilities()
              .getCapabilities()
              .getCodeActionProvider()
              .getRight()
              .getCodeActionKinds());
    }
  }

  @Test
  void aLinkedFileThatIsOpenIsFixedForWhatItsUseBrings() {
    try (var editor = able(folder)) {
      String conda = "channels: [a]\ndependencies: [python=3.11.4]\nprefix: /opt\n";
      editor.write("conda.yml", conda);
      editor.open("environment.yml", "name: x\nimage: python:3.11.4\nconda_file: conda.yml\n");
      editor.open("conda.yml", conda);
      assertEquals(List.of(), actions(editor, "environment.yml", List.of("source.fixAll")));
      editor.apply(actions(editor, "conda.yml", List.of("source.fixAll")).get(0).getEdit());
      assertEquals("channels: [a]\ndependencies: [python=3.11.4]\n", editor.text("conda.yml"));
    }
  }

  @Test
  void otherKindsOfActionsGetNone() {
    try (var editor = able(folder)) {
      editor.open("environment.yml", SCHEMA + "name: train\nimagee: python:3.11\n");
      var context = new CodeActionContext(List.of(), List.of("refactor"));
      var params =
          new CodeActionParams(
              new TextDocumentIdentifier(editor.uri("environment.yml")),
              new Range(new Position(0, 0), new Position(9, 0)),
              context);
      assertEquals(
          List.of(), Editor.await(editor.remote().getTextDocumentService().codeAction(params)));
    }
  }

  @Test
  void theOutlineShowsTheEnvironmentAndItsPackages() {
    try (var editor = able(folder)) {
      editor.open(
          "environment.yml",
          "name: train\nimage: python:3.11\nconda_file:\n  dependencies: [python=3.11, pip]\n");
      var symbols =
          Editor.await(
                  editor
                      .remote()
                      .getTextDocumentService()
                      .documentSymbol(
                          new DocumentSymbolParams(
                              new TextDocumentIdentifier(editor.uri("environment.yml")))))
              .stream()
              .map(either -> either.getRight())
              .toList();
      assertEquals(List.of("train"), symbols.stream().map(DocumentSymbol::getName).toList());
      assertEquals(
          List.of("name", "image", "conda_file"),
          symbols.get(0).getChildren().stream().map(DocumentSymbol::getName).toList());
    }
  }

  @Test
  void aPathLinksToItsFile() {
    try (var editor = able(folder)) {
      editor.write("conda.yml", "dependencies: [python=3.11]\n");
      editor.open("environment.yml", "name: x\nimage: python:3.11\nconda_file: conda.yml\n");
      var links =
          Editor.await(
              editor
                  .remote()
                  .getTextDocumentService()
                  .documentLink(
                      new DocumentLinkParams(
                          new TextDocumentIdentifier(editor.uri("environment.yml")))));
      assertEquals(
          List.of(editor.uri("conda.yml")), links.stream().map(DocumentLink::getTarget).toList());
    }
  }
}
