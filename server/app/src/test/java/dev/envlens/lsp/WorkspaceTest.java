package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the workspace as a whole, of which most files aren't open. */
class WorkspaceTest {

  private static final String ENVIRONMENT =
      """
      name: train
      version: 1
      image: python:3.11
      conda_file: conda.yml
      """;

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11
        - numpy=1.26.4
      """;

  private static final String JOB =
      """
      command: python train.py
      environment: azureml:train:1
      """;

  private static final String USE = "jobs/job.yml «azureml:train:1»";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = root.toRealPath().resolve("workspace");
    Files.createDirectories(folder);
    write("environment.yml", ENVIRONMENT);
    write("conda.yml", CONDA);
    write("jobs/job.yml", JOB);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void anEnvironmentIsUsedInFilesThatAreNotOpen() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      assertEquals(List.of(USE), editor.references("environment.yml", "train", false));
      assertEquals(
          List.of("environment.yml «name»", USE),
          editor.references("environment.yml", "train", true));
      assertEquals(
          List.of("environment.yml «conda.yml»"),
          editor.open("conda.yml", CONDA).references("conda.yml", "dependencies", false));
    }
  }

  @Test
  void whatIsOnTheScreenCountsUntilItIsClosed() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT).open("jobs/job.yml", JOB);
      editor.edit("jobs/job.yml", "command", "# moved\ncommand");
      assertEquals(List.of(USE), editor.references("environment.yml", "train", false));
      editor.edit("jobs/job.yml", "train:1", "other:1");
      assertEquals(List.of(), editor.references("environment.yml", "train", false));
      editor.close("jobs/job.yml");
      assertEquals(List.of(USE), editor.references("environment.yml", "train", false));
    }
  }

  @Test
  void whatTheWatcherTellsCounts() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      editor.write("jobs/two.yml", JOB).changedOnDisk("jobs/two.yml");
      assertEquals(
          List.of(USE, "jobs/two.yml «azureml:train:1»"),
          editor.references("environment.yml", "train", false));
      editor.delete("jobs").changedOnDisk("jobs");
      assertEquals(List.of(), editor.references("environment.yml", "train", false));
      editor.write("more/deep/job.yml", JOB).changedOnDisk("more");
      assertEquals(
          List.of("more/deep/job.yml «azureml:train:1»"),
          editor.references("environment.yml", "train", false));
      editor.write(".gitignore", "deep\n").changedOnDisk(".gitignore");
      editor.write(".git/HEAD", "").write(".gitignore", "deep\n").changedOnDisk(".gitignore");
      assertEquals(List.of(), editor.references("environment.yml", "train", false));
    }
  }

  @Test
  void whatTheWatcherMissedIsFoundAfterAQuestion() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      editor.write("jobs/two.yml", JOB).delete("jobs/job.yml");
      var unused = editor.environments("train");
      editor.settle();
      assertEquals(
          List.of("jobs/two.yml «azureml:train:1»"),
          editor.references("environment.yml", "train", false));
    }
  }

  @Test
  void whatTheWatcherMissedIsFoundAfterASave() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      editor.write("conda.yml", CONDA.replace("numpy=1.26.4", "numpy"));
      assertEquals(List.of(), editor.findings("conda.yml"));
      editor.saved("environment.yml");
      assertEquals(List.of("unpinned-package «numpy»"), editor.findings("conda.yml"));
    }
  }

  @Test
  void foldersComeAndGo() throws IOException {
    try (var editor = Editor.over(folder)) {
      Path other = root.toRealPath().resolve("other");
      Files.createDirectories(other);
      Files.writeString(other.resolve("x.yml"), "name: elsewhere\nimage: x:1\n");
      var added = new WorkspaceFolder(other.toUri().toString(), "other");
      change(editor, List.of(added), List.of());
      assertEquals(1, editor.environmentNames("elsewhere").size());
      change(editor, List.of(), List.of(added));
      assertEquals(0, editor.environmentNames("elsewhere").size());
    }
  }

  private static void change(
      Editor editor, List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
    editor
        .remote()
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
            new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
    editor.settle();
  }

  @Test
  void environmentsAreFoundByName() {
    try (var editor = Editor.over(folder)) {
      editor.write("b/serve.yml", "name: serve\nimage: x:1\n").changedOnDisk("b/serve.yml");
      assertEquals(
          List.of("serve in b/serve.yml at b/serve.yml «name»"), editor.environments("srv"));
      assertEquals(2, editor.environments("").size());
    }
  }

  @Test
  void aNameIsChangedEverywhere() {
    try (var editor = Editor.over(folder)) {
      editor.open("jobs/job.yml", JOB);
      editor.apply(editor.rename("jobs/job.yml", "train:1", "fit"));
      assertEquals(ENVIRONMENT.replace("train", "fit"), editor.text("environment.yml"));
      assertEquals(JOB.replace("train:1", "fit:1"), editor.text("jobs/job.yml"));
      assertEquals(
          List.of("environment.yml «name»", "jobs/job.yml «azureml:fit:1»"),
          editor.references("jobs/job.yml", "fit:1", true));
    }
  }

  @Test
  void whatCannotBeANameIsRefused() {
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      var refused =
          assertThrows(
              AssertionError.class, () -> editor.rename("environment.yml", "train", "a b"));
      assertTrue(refused.getMessage().contains("can't be the name"), refused.getMessage());
      var params =
          new PrepareRenameParams(
              new TextDocumentIdentifier(editor.uri("environment.yml")),
              editor.position("environment.yml", "python"));
      assertEquals(
          Optional.empty(),
          Optional.ofNullable(
              Editor.await(editor.remote().getTextDocumentService().prepareRename(params))));
      params.setPosition(editor.position("environment.yml", "train"));
      assertEquals(
          "train",
          Editor.await(editor.remote().getTextDocumentService().prepareRename(params))
              .getSecond()
              .getPlaceholder());
    }
  }

  @Test
  void aNameThatAnotherEnvironmentHasIsRefused() throws IOException {
    write("b/serve.yml", "name: serve\nimage: x:1\n");
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      var refused =
          assertThrows(
              AssertionError.class, () -> editor.rename("environment.yml", "train", "serve"));
      assertTrue(refused.getMessage().contains("'serve.yml' is called 'serve' already"));
      editor.apply(editor.rename("environment.yml", "train", "train"));
      assertEquals(ENVIRONMENT, editor.text("environment.yml"));
    }
  }

  @Test
  void theHoverTellsWhoSharesTheImage() throws IOException {
    write("b/same.yml", ENVIRONMENT.replace("train", "same").replace("conda.yml", "../conda.yml"));
    write("b/twin.yml", ENVIRONMENT.replace("train", "twin"));
    write("b/conda.yml", CONDA.replace("  - python=3.11\n", "") + "  - python=3.11\n");
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      String hover = editor.hover("environment.yml", "train");
      assertTrue(hover.contains("Same image as `same` (`b/same.yml`)."), hover);
      assertTrue(hover.contains("Differs in order alone from `twin` (`b/twin.yml`)"), hover);
      editor.open("b/conda.yml", CONDA);
      hover = editor.hover("environment.yml", "train");
      assertTrue(hover.contains("Same image as `same` (`b/same.yml`), `twin`"), hover);
    }
  }

  @Test
  void buildContextsAreComparedToo() throws IOException {
    for (String at : List.of("a", "b")) {
      write(at + "/env.yml", "name: " + at + "\nbuild:\n  path: docker\n");
      write(at + "/docker/Dockerfile", "FROM python:3.11\n");
      write(at + "/docker/app.py", "print(1)\n");
    }
    try (var editor = Editor.over(folder)) {
      editor.open("a/env.yml", editor.text("a/env.yml"));
      assertEquals(List.of("b/env.yml «name»"), editor.references("a/env.yml", "build", false));
      editor.write("b/docker/app.py", "print(2)\n").changedOnDisk("b/docker/app.py");
      assertEquals(List.of(), editor.references("a/env.yml", "build", false));
    }
  }

  @Test
  void aDeploymentThatComesOrGoesTellsThatAServerIsNeeded() {
    String missing = "missing-inference-package «dependencies»";
    String deployment =
        "endpoint_name: e\nmodel: azureml:m:1\ninstance_type: s\nenvironment: azureml:train:1\n";
    try (var editor = Editor.over(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      assertEquals(List.of(), editor.findings("conda.yml"));
      editor.open("blue.yml", deployment);
      assertEquals(List.of(missing), editor.findings("conda.yml"));
      editor.edit("blue.yml", "train:1", "other:1");
      assertEquals(List.of(), editor.findings("conda.yml"));
      editor.write("green.yml", deployment).changedOnDisk("green.yml");
      assertEquals(List.of(missing), editor.findings("conda.yml"));
      editor.close("environment.yml").open("conda.yml", CONDA);
      assertEquals(List.of(missing), editor.findings("conda.yml"));
      editor.delete("green.yml").changedOnDisk("green.yml");
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }

  @Test
  void aLinkedFileOpenedAloneShowsWhatItsEnvironmentsFind() throws IOException {
    write("docker/Dockerfile", "FROM python\n");
    write("serve.yml", "name: serve\nimagee: x\nbuild:\n  path: docker\n");
    try (var editor = Editor.over(folder)) {
      String foreign =
          "channels: [conda-forge, conda-forge]\ndependencies: []\nfoo: 1\nbar: 2\nbaz: 3\nqux: 4\n";
      editor.write("conda.yml", foreign).open("conda.yml", foreign);
      var alone = editor.findings("conda.yml");
      assertTrue(alone.contains("duplicate-channel «conda-forge»"), alone::toString);
      assertEquals(List.of(), editor.findings("environment.yml"));
      editor.write("environment.yml", ENVIRONMENT.replace("conda.yml", "other.yml"));
      editor.changedOnDisk("environment.yml");
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }
}
