package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor that has no folder open, and documents that were never saved. */
class SingleFileTest {

  private static final String ENVIRONMENT =
      "name: train\nimage: python:3.11\nconda_file: conda.yml\n";

  private static final String CONDA = "channels: [a]\ndependencies:\n  - python=3.11\n  - numpy\n";

  private static final String UNSAVED = "untitled:Untitled-1";

  private static final List<String> EXTRACT = List.of("refactor.extract");

  @TempDir Path folder;

  @Test
  void withoutAFolderNothingIsScannedAndAllElseWorks() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA).write("other.yml", ENVIRONMENT.replace("train", "other"));
      editor.open("train.yml", ENVIRONMENT);
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
      assertTrue(editor.hover("train.yml", "train").contains("hash"));
      assertEquals(List.of("conda.yml:1"), editor.definitions("train.yml", "conda.yml"));
      assertEquals(1, editor.lenses("train.yml").size(), "nobody knows of other.yml");
      assertEquals(List.of("train"), editor.environmentNames(""));
      assertEquals(
          List.of(), editor.open("conda.yml", CONDA).references("conda.yml", "numpy", true));
      assertEquals(
          List.of("train.yml «conda.yml»"), editor.references("conda.yml", "dependencies", true));
      editor.changedOnDisk("other.yml").saved("train.yml");
      assertEquals(List.of("train"), editor.environmentNames(""));
    }
  }

  @Test
  void aDocumentThatWasNeverSavedIsCheckedAndExplained() {
    try (var editor = Editor.in(folder)) {
      editor.open(UNSAVED, "name: train\nimage: python:latest\n");
      assertEquals(List.of("floating-image «python:latest»"), editor.findings(UNSAVED));
      assertTrue(editor.hover(UNSAVED, "train").contains("hash"));
      assertEquals(1, editor.lenses(UNSAVED).size());
      editor.edit(UNSAVED, "latest", "3.11\nosx: 1\ndescription: x");
      assertTrue(editor.completions(UNSAVED, "description: x\n").contains("conda_file"));
      assertFalse(editor.findings(UNSAVED).isEmpty());
      editor.close(UNSAVED);
      assertEquals(List.of(), editor.diagnostics(UNSAVED));
    }
  }

  @Test
  void aDocumentThatWasNeverSavedIsFixedWithoutNewFiles() {
    try (var editor =
        Editor.over(
            folder,
            workspace ->
                workspace
                    .getWorkspaceEdit()
                    .setResourceOperations(List.of(ResourceOperationKind.Create)),
            document -> {})) {
      String inline =
          ENVIRONMENT.replace(
              "conda.yml", "\n  channels: [a, a]\n  dependencies: [python=3.11.9, numpy=1.26.4]");
      editor.open(UNSAVED, inline);
      assertTrue(editor.findings(UNSAVED).contains("duplicate-channel «a»"));
      var actions = editor.actions(UNSAVED, "a]");
      var fix = actions.stream().filter(action -> action.getKind().equals("quickfix")).findFirst();
      editor.apply(fix.orElseThrow().getEdit());
      assertFalse(editor.findings(UNSAVED).contains("duplicate-channel «a»"));
      editor.open("saved.yml", inline);
      assertEquals(1, editor.actions("saved.yml", "conda_file", EXTRACT).size());
      assertEquals(
          List.of(),
          editor.actions(UNSAVED, "conda_file", EXTRACT).stream()
              .map(CodeAction::getTitle)
              .toList());
    }
  }

  @Test
  void aPathInADocumentThatWasNeverSavedLeadsNowhereAndIsNoFault() {
    try (var editor = Editor.over(folder)) {
      editor.write("conda.yml", CONDA).open(UNSAVED, ENVIRONMENT);
      assertEquals(List.of(), editor.definitions(UNSAVED, "conda.yml"));
      assertTrue(
          editor.findings(UNSAVED).stream().noneMatch(found -> found.contains("not-found")),
          editor.findings(UNSAVED)::toString);
    }
  }
}
