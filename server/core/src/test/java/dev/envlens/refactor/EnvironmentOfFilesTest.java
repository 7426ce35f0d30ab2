package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.image.BaseImages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conda file or a requirements file becomes an environment. */
class EnvironmentOfFilesTest {

  private static String environment(String name, String conda) {
    return """
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        name: %s
        image: %s
        conda_file: %s
        """
        .formatted(name, BaseImages.shipped().usual().image(), conda);
  }

  @Test
  void aCondaFileIsUsedByAnEnvironmentBesideIt() {
    var rewrite =
        Rewrite.of(
            "environment.yml",
            """
            <caret>name: My env
            channels: [conda-forge]
            dependencies: [python=3.11, pip=24.0]
            """);
    rewrite
        .by("Make an environment of this conda file in 'azureml-environment.yml'")
        .as(Refactoring.Kind.REWRITE)
        .reads("azureml-environment.yml", environment("My-env", "environment.yml"));
    rewrite
        .inWindows()
        .by("Make an environment")
        .reads(
            "azureml-environment.yml",
            environment("My-env", "environment.yml").replace("\n", "\r\n"));
  }

  @Test
  void anUnnamedOneIsNamedAfterItsFile() {
    Rewrite.of("train.yaml", "channels: [a]\n<caret>dependencies:\n  - python=3.11\n")
        .by("Make an environment of this conda file in 'train-environment.yml'")
        .reads("train-environment.yml", environment("train", "train.yaml"));
  }

  @Test
  void requirementsAreWrittenOutInACondaFile() {
    var rewrite =
        Rewrite.of(
                "serving/requirements.txt",
                """
                # to serve
                --extra-index-url https://example.org/simple
                numpy==1.26.4  # fast
                pip==23.3.1

                -r more/requirements-gpu.txt
                pandas[excel]==2.2.0 ; python_version > "3.9"
                # the end
                """)
            .with(
                "serving/more/requirements-gpu.txt",
                "torch==2.2.0 \\\n  --hash=sha256:%s\n".formatted("a".repeat(64)));
    String conda =
        """
        channels:
          - conda-forge
        dependencies:
          - python=3.11
          - pip=23.3.1
          - pip:
              # to serve
              - --extra-index-url https://example.org/simple
              - numpy==1.26.4  # fast
              - torch==2.2.0   --hash=sha256:%s
              - pandas[excel]==2.2.0 ; python_version > "3.9"
        """
            .formatted("a".repeat(64));
    var after =
        rewrite.by(
            "Make an environment of these requirements in 'environment.yml' and 'conda.yml'");
    after
        .reads("serving/environment.yml", environment("serving", "conda.yml"))
        .reads(
            "serving/conda.yml",
            conda.replace(
                "python=3.11",
                after
                    .files()
                    .get("serving/conda.yml")
                    .lines()
                    .skip(3)
                    .findFirst()
                    .orElseThrow()
                    .strip()
                    .substring(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-e .\n",
        "-c constraints.txt\nnumpy\n",
        "-r missing.txt\nnumpy\n",
        "-r requirements.txt\nnumpy\n",
        "./wheels/a.whl\n",
        "numpy===\n",
        "--extra-index-url https://me:secret@example.org/simple\nnumpy\n",
        "# nothing\n",
        "pip==24.0\n"
      })
  void whatTheServiceCouldNotInstallIsNotOffered(String text) {
    assertEquals(List.of(), Rewrite.of("requirements.txt", text).titles());
  }
}
