package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {

  @TempDir Path folder;

  private static final String ENVIRONMENT =
      """
      name: train
      image: python:3.11
      conda_file: conda.yml
      """;

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11
        - numpy
      """;

  @Test
  void aFindingComesWithTheVersionThatItWasFoundIn() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", "name: train\nimage: python\n");
      assertTrue(editor.findings("environment.yml").contains("floating-image «python»"));

      editor.edit("environment.yml", "python", "python:3.11");
      assertTrue(
          editor.findings("environment.yml").stream().noneMatch(f -> f.startsWith("floating")));
      var last = editor.publications("environment.yml");
      assertEquals(2, last.get(last.size() - 1).getVersion());
    }
  }

  @Test
  void everyVersionThatWasNotOvertakenIsAnsweredEvenWhenNothingChanged() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", "name: train\nimage: python:3.11\n");
      editor.edit("environment.yml", "train", "train2");
      editor.edit("environment.yml", "train2", "train3");
      assertEquals(
          List.of(1, 2, 3),
          editor.publications("environment.yml").stream().map(p -> p.getVersion()).toList());
    }
  }

  @Test
  void theNewestVersionWinsWhenTypingIsFast() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", "name: train\nimage: python\n");
      for (int i = 0; i < 200; i++) {
        editor.typeOver("environment.yml", "train", "xtrain");
      }
      editor.typeOver("environment.yml", "python", "python:3.11");
      editor.settle();
      var published = editor.publications("environment.yml");
      assertEquals(
          editor.version("environment.yml"), published.get(published.size() - 1).getVersion());
      assertTrue(
          editor.findings("environment.yml").stream().noneMatch(f -> f.startsWith("floating")));
      var versions = published.stream().map(p -> p.getVersion()).toList();
      assertEquals(versions.stream().sorted().toList(), versions, "versions only go up");
    }
  }

  @Test
  void aFindingInALinkedFileStandsInThatFile() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", ENVIRONMENT);
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
      assertTrue(
          editor.findings("environment.yml").stream().noneMatch(f -> f.startsWith("unpinned")));
    }
  }

  @Test
  void aFindingInARequirementsFileStandsThereAndFollowsItsEdits() {
    try (var editor = Editor.in(folder)) {
      editor.write(
          "docker/Dockerfile",
          "FROM python:3.12.8\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n");
      editor.write("docker/requirements.txt", "numpy\n");
      editor.open("environment.yml", "name: train\nbuild: {path: docker}\n");
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("docker/requirements.txt"));
      editor.open("docker/requirements.txt", "numpy\n");
      editor.edit("docker/requirements.txt", "numpy", "numpy==1.26.4\npandas");
      assertEquals(
          List.of("unpinned-package «pandas»"), editor.findings("docker/requirements.txt"));
    }
  }

  @Test
  void anUnsavedEditOfALinkedFileCounts() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT).open("conda.yml", CONDA);
      editor.edit("conda.yml", "- numpy", "- numpy=1.26.4\n  - pandas");
      assertEquals(List.of("unpinned-package «pandas»"), editor.findings("conda.yml"));
    }
  }

  @Test
  void aChangeOnDiskCounts() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", ENVIRONMENT);
      editor.write("conda.yml", CONDA.replace("numpy", "numpy=1.26.4")).changedOnDisk("conda.yml");
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }

  @Test
  void aMissingFileThatComesIsNoLongerMissed() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      assertTrue(editor.findings("environment.yml").contains("conda-file-not-found «conda.yml»"));
      editor.write("conda.yml", CONDA).changedOnDisk("conda.yml");
      assertTrue(
          editor.findings("environment.yml").stream().noneMatch(f -> f.contains("not-found")));
    }
  }

  @Test
  void closingClearsWhatOnlyTheClosedDocumentSaid() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT).open("conda.yml", CONDA);
      editor.close("conda.yml");
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
      editor.close("environment.yml");
      assertEquals(List.of(), editor.findings("conda.yml"));
      assertEquals(List.of(), editor.findings("environment.yml"));
    }
  }

  @Test
  void closingAnUnsavedLinkedFileGoesBackToTheDisk() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT).open("conda.yml", CONDA);
      editor.edit("conda.yml", "numpy", "pandas");
      editor.close("conda.yml");
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
    }
  }

  @Test
  void aForeignFileGetsNotAWord() {
    try (var editor = Editor.in(folder)) {
      editor.open("compose.yml", "services:\n  web:\n    image: nginx\n    environment: {A: b}\n");
      assertEquals(List.of(), editor.findings("compose.yml"));
      assertEquals("", editor.hover("compose.yml", "image"));
    }
  }

  @Test
  void anUntitledBufferIsCheckedAsFarAsItGoes() {
    try (var editor = Editor.in(folder)) {
      editor.openAs("untitled:Untitled-1", "yaml", "name: x\nimage: python\nconda_file: c.yml\n");
      assertEquals(
          List.of("floating-image «python»"),
          editor.findings("untitled:Untitled-1").stream()
              .filter(f -> !f.startsWith("tag"))
              .toList());
    }
  }

  @Test
  void aSeverityCanBeSetAndSwitchedOff() {
    JsonObject options =
        JsonParser.parseString("{\"severity\": {\"floating-image\": \"off\"}}").getAsJsonObject();
    try (var editor = Editor.in(folder, capabilities -> {}, options)) {
      editor.open("environment.yml", "name: train\nimage: python\n");
      assertEquals(List.of(), editor.findings("environment.yml"));
    }
  }

  @Test
  void anUnknownSettingIsWarnedAbout() {
    JsonObject options = JsonParser.parseString("{\"severety\": {}}").getAsJsonObject();
    try (var editor = Editor.in(folder, capabilities -> {}, options)) {
      assertEquals(
          List.of("'envlens.severety' isn't a setting; see docs/settings.md."),
          editor.takeMessages());
    }
  }

  private static Editor pulling(Path folder) {
    return Editor.in(
        folder,
        capabilities -> {
          var document = new TextDocumentClientCapabilities();
          document.setDiagnostic(new DiagnosticCapabilities());
          capabilities.setTextDocument(document);
          var workspace = new WorkspaceClientCapabilities();
          workspace.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
          capabilities.setWorkspace(workspace);
        },
        new JsonObject());
  }

  private static List<String> pull(Editor editor, String path) {
    var params = new DocumentDiagnosticParams(new TextDocumentIdentifier(editor.uri(path)));
    return Editor.await(editor.remote().getTextDocumentService().diagnostic(params))
        .getRelatedFullDocumentDiagnosticReport()
        .getItems()
        .stream()
        .map(diagnostic -> diagnostic.getCode().getLeft())
        .toList();
  }

  @Test
  void aClientThatPullsIsAnsweredAndNotPushed() {
    try (var editor = pulling(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", ENVIRONMENT);
      assertEquals(List.of(), editor.publications("environment.yml"));
      assertEquals(List.of("tag-not-digest"), pull(editor, "environment.yml"));

      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
      editor.open("conda.yml", CONDA);
      assertEquals(List.of(), editor.findings("conda.yml"), "what was pushed is taken back");
      assertEquals(List.of("unpinned-package"), pull(editor, "conda.yml"));
    }
  }

  @Test
  void aClientThatPullsIsToldWhenAnotherFileChangesWhatItPulled() {
    try (var editor = pulling(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", ENVIRONMENT);
      assertEquals(List.of("tag-not-digest"), pull(editor, "environment.yml"));
      assertEquals(0, editor.refreshes());
      editor.delete("conda.yml").changedOnDisk("conda.yml");
      assertEquals(1, editor.refreshes());
      assertEquals(
          List.of("tag-not-digest", "conda-file-not-found"), pull(editor, "environment.yml"));
    }
  }

  @Test
  void aDeletedFolderIsNoticedByOneEvent() {
    try (var editor = Editor.in(folder)) {
      editor.write("sub/conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT.replace("conda.yml", "sub/conda.yml"));
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("sub/conda.yml"));
      editor.delete("sub").changedOnDisk("sub");
      assertEquals(List.of(), editor.diagnostics("sub/conda.yml"));
      assertTrue(
          editor.findings("environment.yml").contains("conda-file-not-found «sub/conda.yml»"));
    }
  }

  @Test
  void aClosedFileThatMovesItsLinesMovesItsFindings() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", "#a #b\n" + CONDA).open("environment.yml", ENVIRONMENT);
      int line = editor.diagnostics("conda.yml").get(0).getRange().getStart().getLine();
      editor.write("conda.yml", "#a\n#b\n" + CONDA).changedOnDisk("conda.yml");
      assertEquals(
          line + 1, editor.diagnostics("conda.yml").get(0).getRange().getStart().getLine());
    }
  }

  @Test
  void openingAndClosingAtOnceLeavesFindingsWhereTheyAre() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", ENVIRONMENT);
      editor.open("conda.yml", CONDA).close("conda.yml");
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
    }
  }

  @Test
  void settingsOfOthersAndNoneAtAllChangeNothing() {
    JsonObject options =
        JsonParser.parseString("{\"envlens\": {\"severity\": {\"floating-image\": \"off\"}}}")
            .getAsJsonObject();
    try (var editor = Editor.in(folder, capabilities -> {}, options)) {
      editor.open("environment.yml", "name: train\nimage: python\n");
      for (String settings : List.of("{}", "{\"pyls\": {}}")) {
        editor
            .remote()
            .getWorkspaceService()
            .didChangeConfiguration(
                new DidChangeConfigurationParams(JsonParser.parseString(settings)));
        editor.settle();
        assertEquals(List.of(), editor.findings("environment.yml"));
      }
    }
  }
}
