package dev.envlens.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is registered can be written back to a folder where it hashes the same. */
class DefinitionFolderTest {

  @TempDir Path folder;
  private Project project;
  private Shelf shelf;

  @BeforeEach
  void open() {
    project = new Project(folder.resolve("project"));
    shelf = Shelf.in(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  /** Registers, writes back, and answers the folder. */
  private Path exported(Definition definition) {
    var registered = shelf.register(definition, Optional.of("train"), Optional.empty());
    Path target = folder.resolve("exported");
    Path own = new FolderExport(shelf.workspace()).write(registered.version(), target);
    var back = new Project(target).definition(target.relativize(own).toString());
    assertEquals(Project.hash(definition), Project.hash(back));
    assertEquals("train", back.name().orElseThrow().text());
    return target;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aFileOfItsOwnStaysAsItIsWritten() throws IOException {
    String text = "# For training.\nname: train\nimage:   'a/b:1'\nconda_file: ../conda/c.yml\n";
    project
        .file("env/environment.yml", text)
        .file("conda/c.yml", "channels: [a]\ndependencies: [pip, pip: [-r ../reqs.txt]]\n")
        .file("reqs.txt", "numpy==1.0\n");
    Path target = exported(project.definition("env/environment.yml"));
    assertEquals(List.of("conda/c.yml", "env/environment.yml", "reqs.txt"), files(target));
    assertEquals(text, Files.readString(target.resolve("env/environment.yml")));
  }

  @Test
  void anInlineEnvironmentGetsAFileOfItsOwnOutsideOfItsContext() throws IOException {
    project
        .file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            command: x
            environment:
              # The folder that the job is in.
              build: {path: .}
            """)
        .file("Dockerfile", "FROM a\n");
    Path target = exported(project.definition("job.yml"));
    assertEquals(
        List.of("context/Dockerfile", "context/job.yml", "environment.yml"), files(target));
    assertEquals(
        """
        name: train
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        # The folder that the job is in.
        build: {path: context}
        """,
        Files.readString(target.resolve("environment.yml")));
  }

  @Test
  void absolutePathsAreMovedIn() throws IOException {
    project.file("elsewhere/c.yml", "channels: [a]\ndependencies: [b=1]\n");
    project.file(
        "env/environment.yml",
        "name: train\nimage: a\nconda_file: " + project.root().resolve("elsewhere/c.yml") + "\n");
    Path target = exported(project.definition("env/environment.yml"));
    assertEquals(List.of("conda/c.yml", "environment.yml"), files(target));
  }

  @Test
  void aPathThatLeavesTheFolderAndComesBackIsStraightened() throws IOException {
    project
        .file("environment.yml", "name: train\nimage: a\nconda_file: ../project/c.yml\n")
        .file("c.yml", "channels: [a]\ndependencies: [b=1]\n");
    exported(project.definition("environment.yml"));
  }

  @Test
  void modesLinksAndIgnoreFilesOfAContextComeBack() throws IOException {
    project
        .file("environment.yml", "name: train\nbuild:\n  path: ctx\n")
        .file("ctx/Dockerfile", "FROM a\r\nCOPY . .\n")
        .executable("ctx/run.sh", "#!/bin/sh\n")
        .file("ctx/secret.key", "not for the image")
        .file("ctx/data/deep/x.bin", "x".repeat(100_000))
        .link("ctx/data/l", "deep/x.bin")
        .file("ctx/.gitignore", ".gitignore\n*.key\nDockerfile\n")
        .file("ctx/.dockerignore", "nothing\n");
    Path target = exported(project.definition("environment.yml"));
    assertEquals(
        List.of(
            "ctx/.dockerignore",
            "ctx/.gitignore",
            "ctx/Dockerfile",
            "ctx/data/deep/x.bin",
            "ctx/data/l",
            "ctx/run.sh",
            "environment.yml"),
        files(target));
    assertTrue(Files.isExecutable(target.resolve("ctx/run.sh")));
    assertEquals(Path.of("deep/x.bin"), Files.readSymbolicLink(target.resolve("ctx/data/l")));
    assertTrue(Files.exists(folder.resolve("blobs")), "a large file lies beside the database");
  }

  @Test
  void aTextInAContextThatIsntSavedIsKeptApartFromTheOneOnDisk() throws IOException {
    project
        .file("environment.yml", "name: train\nbuild: {path: .}\n")
        .file("Dockerfile", "FROM a\n");
    var seen = project.definition("environment.yml");
    var edited =
        Contents.of(
                new Source(
                    seen.source().uri(), Yaml.parse("name: train # new\nbuild: {path: .}\n")),
                Project.surroundings())
            .definitions()
            .get(0);
    Path target = exported(edited);
    assertEquals(
        "name: train # new\nbuild: {path: context}\n",
        Files.readString(target.resolve("environment.yml")));
  }

  @Test
  void aV1DefinitionStaysOne() throws IOException {
    String text =
        """
        {"name": "train", "python": {"condaDependencies": {"channels": ["a"],
        "dependencies": ["numpy=1.2"]}}, "docker": {"baseDockerfile": "FROM a\\nRUN b\\n"}}
        """;
    project.file("azureml_environment.json", text);
    Path target = exported(project.definition("azureml_environment.json"));
    assertEquals(text, Files.readString(target.resolve("azureml_environment.json")));
  }

  static Stream<String> inlineVariants() {
    var variants = new ArrayList<String>();
    for (String values :
        List.of(
            "  image: a/b:1\n  conda_file:\n    dependencies: [python=3.10, {pip: [x==1.10]}]\n",
            "  image: a/b:1\n  conda_file: c.yml\n  inference_config:\n    liveness_route:"
                + " {port: 5001, path: /x}\n",
            "  image: \"a/b:\\u0031\"\n  description: |\n    two\n    lines\n  tags: {n: 1.10}\n",
            "  <<: *base\n  conda_file: c.yml\n",
            "  build: {path: ctx, dockerfile_path: docker/Own.Dockerfile}\n",
            "  build:\n    path: ./ctx/\n    dockerfile_path: ./docker/Own.Dockerfile\n")) {
      variants.add(
          "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n"
              + "tags: &base {image: a/b:1}\nenvironment:\n"
              + values);
      variants.add(
          "$schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json\n"
              + "settings: &base {image: a/b:1}\njobs:\n  step:\n    environment:\n"
              + values.indent(4));
    }
    variants.add(
        "{\"$schema\": \"https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\","
            + " \"environment\": {\"image\": \"a\", \"conda_file\": \"c.yml\"}}");
    return variants.stream();
  }

  @ParameterizedTest
  @MethodSource("inlineVariants")
  void whateverTheFormTheHashIsTheSame(String job) {
    project
        .file("jobs/job.yml", job)
        .file("jobs/c.yml", "channels: [a]\ndependencies: [b=1]\nvariables: {X: '1'}\n")
        .file("jobs/ctx/docker/Own.Dockerfile", "FROM a\n")
        .file("jobs/ctx/other", "other");
    exported(project.definition("jobs/job.yml"));
  }

  @Test
  void secretsAreNeverKept() {
    for (String text :
        List.of(
            "name: train\nimage: ada:hunter2hunter2@registry.example.com/a/b:1\n",
            "name: train # https://ada:hunter2hunter2@example.com/x\nimage: a\n",
            """
            name: train
            # envlens: ignore credentials-in-definition
            image: ada:hunter2hunter2@registry.example.com/a/b:1
            """)) {
      project.file("environment.yml", text);
      var definition = project.definition("environment.yml");
      var fault = assertThrows(WorkspaceFault.class, () -> shelf.register(definition), text);
      assertEquals(WorkspaceFault.Kind.REFUSED, fault.kind());
      assertFalse(fault.getMessage().contains("hunter2"), fault.getMessage());
    }
    assertEquals(List.of(), shelf.workspace().list(true, Optional.empty()).items());
  }

  @Test
  void whatChangesWhileItIsReadIsRefused() throws IOException {
    project
        .file("environment.yml", "name: train\nbuild: {path: ctx}\n")
        .file("ctx/Dockerfile", "FROM a\n")
        .file("ctx/other", "one");
    var surroundings = Project.surroundings();
    var definition = project.definition("environment.yml");
    surroundings.context(definition.source().uri().resolve("ctx"));
    Hashing.of(definition, surroundings);
    project.file("ctx/other", "two");
    var registrar = new Registrar(shelf.workspace());
    var request = Shelf.request(Optional.empty(), Optional.empty());
    var fault =
        assertThrows(
            WorkspaceFault.class, () -> registrar.register(definition, surroundings, request));
    assertEquals(
        "Can't register 'train': 'ctx/other' changed while it was read. Try again.",
        fault.getMessage());
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    project.file("environment.yml", "name: train\nimage: a\n");
    var version = shelf.register(project.definition("environment.yml")).version();
    var export = new FolderExport(shelf.workspace());
    assertThrows(WorkspaceFault.class, () -> export.write(version, project.root()));
    assertEquals(
        "name: train\nimage: a\n", Files.readString(project.root().resolve("environment.yml")));
  }

  @Test
  void aTamperedDatabaseWritesNothingOutside() {
    byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
    var good = new FolderPart.Seen("x", false).stored("environment.yml");
    for (var bad :
        List.of(
            new StoredFile("../x", good.sha256(), bytes.length, false, Optional.empty()),
            new StoredFile("/tmp/x", good.sha256(), bytes.length, false, Optional.empty()),
            new StoredFile("a", good.sha256(), bytes.length, false, Optional.of("../..")),
            new StoredFile("a", good.sha256(), bytes.length, false, Optional.of("/tmp")))) {
      var version =
          new EnvironmentVersion(
              new EnvironmentVersion.Id("train", "1"),
              new EnvironmentVersion.Content("", "", "{}", "environment.yml", List.of(good, bad)),
              new EnvironmentVersion.Notes("", Map.of(), Map.of()),
              new EnvironmentVersion.History(Shelf.START, "ada", Shelf.START, "", false));
      var export = new FolderExport(shelf.workspace());
      Path target = folder.resolve("out");
      assertThrows(WorkspaceFault.class, () -> export.write(version, target), bad.path());
      assertFalse(Files.exists(target));
    }
  }
}
