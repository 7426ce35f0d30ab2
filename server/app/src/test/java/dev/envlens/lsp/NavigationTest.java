package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {

  private static final String SERVE = "name: serve\nversion: 3\nbuild:\n  path: docker\n";

  private static final String DOCKERFILE =
      "ARG BASE=python:3.11\nFROM ${BASE} AS build\nCOPY req.txt /tmp/\nFROM build\n";

  @TempDir Path folder;

  private static TextDocumentIdentifier document(Editor editor, String path) {
    return new TextDocumentIdentifier(editor.uri(path));
  }

  @Test
  void pathsAndNamesLeadToTheirFiles() {
    try (var editor = Editor.in(folder)) {
      editor
          .write("docker/Dockerfile", DOCKERFILE)
          .write("docker/req.txt", "-r more.txt\n")
          .write("docker/more.txt", "numpy\n")
          .write("conda.yml", "dependencies:\n- pip:\n  - -r docker/req.txt\n");
      editor
          .open("serve.yml", SERVE)
          .open("job.yml", "type: command\nenvironment: azureml:serve:3\n")
          .open("train.yml", "name: train\nimage: a\nconda_file: conda.yml\n")
          .open("conda.yml", "dependencies:\n- pip:\n  - -r docker/req.txt\n")
          .open("docker/Dockerfile", DOCKERFILE)
          .openAs(editor.uri("docker/req.txt"), "pip-requirements", "-r more.txt\n");
      assertEquals(List.of("docker/Dockerfile:1"), editor.definitions("serve.yml", "docker"));
      assertEquals(List.of("serve.yml:1"), editor.definitions("job.yml", "serve:3"));
      assertEquals(List.of("conda.yml:1"), editor.definitions("train.yml", "conda.yml"));
      assertEquals(List.of("docker/req.txt:1"), editor.definitions("conda.yml", "req.txt"));
      assertEquals(List.of("docker/req.txt:1"), editor.definitions("docker/Dockerfile", "req"));
      assertEquals(
          List.of("docker/Dockerfile:1"), editor.definitions("docker/Dockerfile", "BASE}"));
      assertEquals(List.of("docker/more.txt:1"), editor.definitions("docker/req.txt", "more"));
      assertEquals(List.of(), editor.definitions("train.yml", "image"));
    }
  }

  @Test
  void aDockerfileIsBuiltWhereAnOpenEnvironmentSaysSo() {
    try (var editor = Editor.in(folder)) {
      String dockerfile = "FROM a\nCOPY app.py /\n";
      editor.write("docker/Dockerfile", dockerfile).write("app.py", "print()\n");
      editor.open("docker/Dockerfile", dockerfile);
      assertEquals(List.of(), editor.definitions("docker/Dockerfile", "app.py"));
      editor.open(
          "environment.yml", "name: a\nbuild:\n  path: .\n  dockerfile_path: docker/Dockerfile\n");
      // The first request may come before the file is in memory.
      editor.definitions("docker/Dockerfile", "app.py");
      editor.settle();
      assertEquals(List.of("app.py:1"), editor.definitions("docker/Dockerfile", "app.py"));
    }
  }

  @Test
  void aClientThatKnowsLinksIsToldWhatLedThere() {
    try (var editor =
        Editor.in(
            folder,
            capabilities -> {
              var document = new TextDocumentClientCapabilities();
              document.setDefinition(new DefinitionCapabilities(false, true));
              capabilities.setTextDocument(document);
            },
            new JsonObject())) {
      editor.write("docker/Dockerfile", DOCKERFILE).open("serve.yml", SERVE);
      var answer =
          Editor.await(
              editor
                  .remote()
                  .getTextDocumentService()
                  .definition(
                      new DefinitionParams(
                          document(editor, "serve.yml"), editor.position("serve.yml", "docker"))));
      var origin = answer.getRight().get(0).getOriginSelectionRange();
      assertEquals(editor.position("serve.yml", "docker"), origin.getStart());
      assertEquals("docker".length(), origin.getEnd().getCharacter() - "  path: ".length());
    }
  }

  @Test
  void aFileThatAppearsIsLinked() {
    try (var editor = Editor.in(folder)) {
      editor.open("docker/Dockerfile", DOCKERFILE);
      var params = new DocumentLinkParams(document(editor, "docker/Dockerfile"));
      var service = editor.remote().getTextDocumentService();
      assertEquals(List.of(), Editor.await(service.documentLink(params)));
      editor.write("docker/req.txt", "numpy\n").changedOnDisk("docker/req.txt");
      assertEquals(
          List.of(editor.uri("docker/req.txt")),
          Editor.await(service.documentLink(params)).stream()
              .map(link -> link.getTarget())
              .toList());
    }
  }

  @Test
  @SuppressWarnings("deprecation") // SymbolInformation is for clients that know no tree of symbols
  void aRequirementsFileHasAnOutlineAndHoversButNoFindings() {
    try (var editor = Editor.in(folder)) {
      editor.open("dev-requirements.txt", "numpy>=1\n--pre\n\nname: a\n");
      assertEquals(List.of(), editor.findings("dev-requirements.txt"));
      assertTrue(editor.hover("dev-requirements.txt", "numpy").contains("installed by pip"));
      var symbols =
          Editor.await(
              editor
                  .remote()
                  .getTextDocumentService()
                  .documentSymbol(
                      new DocumentSymbolParams(document(editor, "dev-requirements.txt"))));
      assertEquals(
          List.of("numpy>=1", "name: a"),
          symbols.stream().map(symbol -> symbol.getLeft().getName()).toList());
    }
  }

  @Test
  void partsFoldAndSelectionsGrow() {
    try (var editor = Editor.in(folder)) {
      editor.open("serve.yml", "# a\n# b\n" + SERVE);
      var folds =
          Editor.await(
              editor
                  .remote()
                  .getTextDocumentService()
                  .foldingRange(new FoldingRangeRequestParams(document(editor, "serve.yml"))));
      assertEquals(
          List.of("0-1 comment", "4-5 null"),
          folds.stream()
              .map(f -> "%d-%d %s".formatted(f.getStartLine(), f.getEndLine(), f.getKind()))
              .toList());
      var chain =
          Editor.await(
                  editor
                      .remote()
                      .getTextDocumentService()
                      .selectionRange(
                          new SelectionRangeParams(
                              document(editor, "serve.yml"),
                              List.of(editor.position("serve.yml", "docker")))))
              .get(0);
      var starts = new ArrayList<String>();
      for (SelectionRange range = chain; range != null; range = range.getParent()) {
        var start = range.getRange().getStart();
        starts.add(start.getLine() + ":" + start.getCharacter());
      }
      assertEquals(List.of("5:8", "5:2", "4:0", "2:0", "0:0"), starts);
    }
  }
}
