package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code actions that mend no fault. */
class RefactorTest {

  private static final String INLINE =
      """
      name: x
      image: python:3.11.4
      conda_file:
        channels: [conda-forge]
        dependencies:
          - python=3.11
          - numpy=1.26.4
      """;

  @TempDir Path folder;

  static Editor able(Path folder) {
    return Editor.in(
        folder,
        capabilities -> {
          var edits = new WorkspaceEditCapabilities();
          edits.setDocumentChanges(true);
          edits.setResourceOperations(List.of(ResourceOperationKind.Create));
          var workspace = new WorkspaceClientCapabilities();
          workspace.setWorkspaceEdit(edits);
          workspace.setApplyEdit(true);
          capabilities.setWorkspace(workspace);
        },
        new JsonObject());
  }

  private static CodeAction titled(List<CodeAction> actions, String start) {
    return actions.stream()
        .filter(action -> action.getTitle().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(titles(actions)));
  }

  private static List<String> titles(List<CodeAction> actions) {
    return actions.stream().map(CodeAction::getTitle).toList();
  }

  @Test
  void aPartBecomesAFileAndTheEnvironmentUsesIt() {
    try (var editor = able(folder)) {
      editor.write("conda.yml", "taken: yes\n").open("environment.yml", INLINE);
      String hash = editor.hover("environment.yml", "name");
      var action = titled(editor.actions("environment.yml", "conda_file"), "Move the conda");
      assertEquals("refactor.extract", action.getKind());
      editor.apply(action.getEdit());
      assertEquals(
          "name: x\nimage: python:3.11.4\nconda_file: environment-conda.yml\n",
          editor.text("environment.yml"));
      assertEquals(
          "channels: [conda-forge]\ndependencies:\n  - python=3.11\n  - numpy=1.26.4\n",
          editor.text("environment-conda.yml"));
      editor.changedOnDisk("environment-conda.yml");
      assertEquals(
          hash.lines().findFirst(), editor.hover("environment.yml", "name").lines().findFirst());
    }
  }

  @Test
  void aFileThatAppearsMeanwhileIsNotWrittenOver() {
    try (var editor = able(folder)) {
      editor.open("environment.yml", INLINE);
      titled(
          editor.actions("environment.yml", "conda_file"),
          "Move the conda definition to 'conda.yml'");
      editor.write("conda.yml", "somebody: else\n");
      titled(
          editor.actions("environment.yml", "conda_file"),
          "Move the conda definition to 'environment-conda.yml'");
    }
  }

  @Test
  void dependenciesAreSortedAndTheTitleSaysWhatThatCosts() {
    try (var editor = able(folder)) {
      editor.open("environment.yml", INLINE);
      var action =
          titled(
              editor.actions("environment.yml", "dependencies"),
              "Sort the dependencies (new hash)");
      editor.apply(action.getEdit());
      assertEquals(
          INLINE.replace(
              "    - python=3.11\n    - numpy=1.26.4\n", "    - numpy=1.26.4\n    - python=3.11\n"),
          editor.text("environment.yml"));
      assertTrue(
          titles(editor.actions("environment.yml", "dependencies")).stream()
              .noneMatch(title -> title.startsWith("Sort")));
    }
  }

  @Test
  void aRequirementsFileBecomesAnEnvironmentAndHasNoFindings() {
    try (var editor = able(folder)) {
      editor.openAs(editor.uri("requirements.txt"), "pip-requirements", "numpy==1.26.4\n");
      assertEquals(List.of(), editor.findings("requirements.txt"));
      editor.apply(titled(editor.actions("requirements.txt", "numpy"), "Make an").getEdit());
      assertTrue(editor.text("conda.yml").contains("- numpy==1.26.4"));
      assertTrue(editor.text("environment.yml").contains("conda_file: conda.yml"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "refactor, true",
    "refactor.rewrite, true",
    "refactor.extract, false",
    "quickfix, false",
    "source, false",
    "'', true"
  })
  void onlyWhatIsAskedForIsOffered(String kind, boolean expected) {
    try (var editor = able(folder)) {
      editor.open(
          "conda.yml", "channels: [a]\ndependencies: [python=3.11, numpy=1.26.4, pip=24.0] # x\n");
      var actions = editor.actions("conda.yml", "dependencies", List.of(kind));
      assertEquals(
          expected,
          actions.stream().anyMatch(action -> action.getTitle().startsWith("Sort")),
          () -> titles(actions).toString());
    }
  }

  @Test
  void aClientThatCannotMakeFilesIsNotAskedTo() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", INLINE);
      assertEquals(List.of(), editor.actions("environment.yml", "conda_file", List.of("refactor")));
    }
  }
}
