package dev.envlens.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.envlens.link.ContextEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** docs/envlens_hash.py, which shares nothing with the code, agrees with it. */
class HashScriptTest {

  private record Outcome(int exit, List<String> output, String errors) {}

  @Property(tries = 2, edgeCases = EdgeCasesMode.NONE)
  void agreesOnAnyParts(@ForAll("manyInputs") List<HashInput> inputs) throws Exception {
    ArrayNode parts = JsonMapper.shared().createArrayNode();
    inputs.forEach(input -> parts.add(HashParts.write(input)));
    Path file = Files.createTempFile("parts", ".json");
    try {
      var ascii = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
      Files.writeString(file, ascii.writeValueAsString(parts));

      Outcome outcome = run(file.getParent(), "--parts", file.getFileName().toString());

      assertEquals("", outcome.errors());
      assertEquals(
          inputs.stream().map(input -> DefinitionHash.of(input).hex()).toList(),
          outcome.output().stream().map(line -> line.substring(0, 64)).toList());
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<HashInput>> manyInputs() {
    List<String> bits = new ArrayList<>(HashInputs.BITS);
    bits.addAll(HashInputs.HALVES);
    return new HashInputs(bits).all().list().ofSize(150);
  }

  @Test
  void agreesOnAnImageWithACondaFile(@TempDir Path folder) throws Exception {
    write(
        folder,
        "train/environment.yml",
        """
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        name: train  # not part of the hash
        version: 1
        image: "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1"
        conda_file: conda.yml
        description: >-
          Two lines
          of words.
        tags: {team: vision, size: [1, 2]}
        """);
    write(
        folder,
        "train/conda.yml",
        """
        name: train
        channels: [conda-forge, 'defaults']
        dependencies:
          - python=3.10
          - "numpy>=1.26,<2" # a range
          - pip
          - pip:
            - scikit-learn==1.4.2 ; python_version < "3.13"
            - 'it''s @ https://example.com/x.whl#sha256=00'
        variables:
          B: '2'
          A: "caf\\u00e9"
        """);

    assertAgrees(
        folder,
        "train/environment.yml",
        new HashInput(
            Optional.of("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1"),
            Optional.empty(),
            Optional.of(
                new HashInput.Conda(
                    List.of("conda-forge", "defaults"),
                    List.of(
                        new HashInput.Spec("python=3.10"),
                        new HashInput.Spec("numpy>=1.26,<2"),
                        new HashInput.Spec("pip"),
                        new HashInput.Pip(
                            List.of(
                                "scikit-learn==1.4.2 ; python_version < \"3.13\"",
                                "it's @ https://example.com/x.whl#sha256=00"))),
                    Map.of("A", "café", "B", "2"))),
            Optional.empty(),
            "linux"));
  }

  @Test
  void agreesOnABuildContext(@TempDir Path folder) throws Exception {
    write(folder, "serve/environment.yml", "name: serve\nbuild:\n  path: docker\n");
    write(folder, "serve/docker/Dockerfile", "FROM python:3.10\r\nCOPY . /app\r\n");
    write(folder, "serve/docker/app/main.py", "print('é')\n");
    write(folder, "serve/docker/app/run.sh", "exec python main.py\n");
    write(folder, "serve/docker/app/old.log", "ignored at any depth\n");
    write(folder, "serve/docker/cache/x", "ignored with its folder\n");
    write(folder, "serve/docker/notes.md", "ignored by the builder\n");
    write(folder, "serve/docker/app/notes.md", "not ignored by the builder\n");
    write(folder, "serve/docker/.amlignore", "# the upload\n*.log\ncache/\n");
    write(folder, "serve/docker/.gitignore", "main.py\n");
    write(folder, "serve/docker/.dockerignore", "*.md\n");
    Path context = folder.resolve("serve/docker");
    Files.createSymbolicLink(context.resolve("start"), Path.of("app/run.sh"));
    boolean executable = context.resolve("app/run.sh").toFile().setExecutable(true);

    assertAgrees(
        folder,
        "serve/environment.yml",
        new HashInput(
            Optional.empty(),
            Optional.of(
                new HashInput.LocalContext(
                    "FROM python:3.10\nCOPY . /app\n",
                    List.of(
                        file("app/main.py", false, "print('é')\n"),
                        file("app/run.sh", executable, "exec python main.py\n"),
                        file("app/notes.md", false, "not ignored by the builder\n"),
                        file(".amlignore", false, "# the upload\n*.log\ncache/\n"),
                        file(".gitignore", false, "main.py\n"),
                        file(".dockerignore", false, "*.md\n"),
                        new ContextEntry.Link("start", "app/run.sh")))),
            Optional.empty(),
            Optional.empty(),
            "linux"));
  }

  @Test
  void agreesOnAnEnvironmentInAJob(@TempDir Path folder) throws Exception {
    write(
        folder,
        "job.yml",
        """
        type: command
        command: |
          python train.py --data ${{inputs.data}}
        environment:
          image: python:3.10
          os_type: Windows
          conda_file:
            dependencies: [python=3.10, {pip: [numpy]}]
        """);
    HashInput input =
        new HashInput(
            Optional.of("python:3.10"),
            Optional.empty(),
            Optional.of(
                new HashInput.Conda(
                    List.of(),
                    List.of(new HashInput.Spec("python=3.10"), new HashInput.Pip(List.of("numpy"))),
                    Map.of())),
            Optional.empty(),
            "windows");

    assertEquals(
        new Outcome(0, List.of(DefinitionHash.of(input).hex() + "  job.yml#/environment"), ""),
        run(folder, "job.yml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: &a python",
        "image: !!str python",
        "image: python\n  :3.10",
        "image: a\nimage: b",
        "image: 'a",
        "image: a\n---\nimage: b",
        "image: [a",
        "image: [a]",
        "build: docker",
        "name: nothing of an environment",
        "image: a\nconda_file: missing.yml",
        "image: a\nconda_file: {dependencies: [{conda: [x]}]}",
      })
  void refusesWhatItCannotReadInsteadOfGuessing(String yaml, @TempDir Path folder)
      throws Exception {
    write(folder, "environment.yml", yaml);

    Outcome outcome = run(folder, "environment.yml");

    assertEquals(1, outcome.exit(), outcome::toString);
    assertEquals(List.of(), outcome.output());
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
  }

  @Test
  void refusesALinkThatLeavesTheContextAndPatternsBeyondIt(@TempDir Path folder) throws Exception {
    for (String name : List.of("link", "pattern")) {
      write(folder, name + ".yml", "build:\n  path: " + name + "\n");
      write(folder, name + "/Dockerfile", "FROM a\n");
    }
    Files.createSymbolicLink(folder.resolve("link/out"), Path.of("../link.yml"));
    write(folder, "pattern/.dockerignore", "**/*.pyc\n");

    Outcome outcome = run(folder, "link.yml", "pattern.yml");

    assertEquals(1, outcome.exit());
    assertEquals(
        """
        link.yml: the link 'out' leaves the context
        pattern.yml: .dockerignore: the pattern '**/*.pyc' is more than this script knows
        """,
        outcome.errors());
  }

  private static void assertAgrees(Path folder, String file, HashInput input) throws Exception {
    assertEquals(
        new Outcome(0, List.of(DefinitionHash.of(input).hex() + "  " + file), ""),
        run(folder, file));
  }

  private static ContextEntry file(String path, boolean executable, String text) {
    return new ContextEntry.File(
        path, executable, text.getBytes(UTF_8).length, HexDigest.SHA_256.of(text));
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Outcome run(Path folder, String... arguments) throws Exception {
    Path script = TestData.docs().resolve("envlens_hash.py");
    Path errors = Files.createTempFile("errors", ".txt");
    List<String> command =
        Stream.concat(Stream.of("python3", "-B", script.toString()), Stream.of(arguments)).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("envlens_hash.py does not come to an end");
      }
      return new Outcome(process.exitValue(), output.lines().toList(), Files.readString(errors));
    } catch (IOException e) {
      return fail("python3 can't be started. Install it: ./verify does.", e);
    } finally {
      Files.delete(errors);
    }
  }
}
