package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondaFileNotFoundTest {

  private static final String ENVIRONMENT =
      "name: train\nimage: python:3.11\nconda_file: %s # it\n";

  @Test
  void theNearestPathsAreOffered() {
    Check.file("envs/environment.yml", ENVIRONMENT.formatted("'«../conda/conda.yaml»'"))
        .with("conda/conda.yml", "channels: [conda-forge]\ndependencies: [python=3.11]\n")
        .finds("conda-file-not-found")
        .as(Severity.ERROR)
        .saying(
            "There is no conda file '../conda/conda.yaml', counted from this file's folder. Did you"
                + " mean '../conda/conda.yml'?")
        .offering("Use '../conda/conda.yml'", "Create '../conda/conda.yaml'")
        .fixedBy("Use '../conda/conda.yml'", ENVIRONMENT.formatted("'../conda/conda.yml'"));
  }

  @Test
  void aCondaFileToBeginWithIsCreated() {
    Check.environment(ENVIRONMENT.formatted("«conda.yml»"))
        .finds("conda-file-not-found")
        .fixedBy("Create 'conda.yml'", "conda.yml", Skeletons.condaFile());
  }

  @Test
  void whatIsCreatedIsClean() {
    Check.conda(Skeletons.condaFile()).findsNothing();
  }

  @Test
  void aFolderIsNoCondaFile() {
    Check.environment(ENVIRONMENT.formatted("«conda»"))
        .with("conda/conda.yml", "")
        .finds("conda-file-not-found")
        .mentioning("is a folder")
        .unfixed();
  }

  @Test
  void aUrlIsNoPath() {
    Check.environment(ENVIRONMENT.formatted("«https://u:hunter2@h.io/conda.yml»"))
        .finds("conda-file-not-found")
        .saying(
            "'https://u:***@h.io/conda.yml' is a URL, and the conda file has to be a file beside"
                + " this one. Download it, and name that file.")
        .unfixed();
  }

  @Test
  void anEmptyPathIsSaidToBeEmpty() {
    Check.environment(ENVIRONMENT.formatted("'«»'"))
        .finds("conda-file-not-found")
        .saying("The path of the conda file is empty: name a file, such as 'conda.yml'.")
        .unfixed();
  }

  @Test
  void aV1DefinitionMayNameOneToo() {
    Check.file(
            "env.yml",
            "name: a\ndocker: {baseImage: 'a:1'}\npython: {condaDependenciesFile: «conda.yml»}\n")
        .finds("conda-file-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conda.yml", "./conda.yml", "file:conda.yml", "$CONDA", "{channels: []}"})
  void aFileThatIsThereIsFine(String path) {
    Check.environment(ENVIRONMENT.formatted(path))
        .with("conda.yml", "dependencies: [python=3.11]\n")
        .ignores("conda-file-not-found");
  }

  @Test
  void aBufferThatWasNeverSavedHasNoFolder() {
    var source =
        new Source(URI.create("untitled:Untitled-1"), Yaml.parse(ENVIRONMENT.formatted("a.yml")));
    var findings =
        Checks.of(
                Contents.of(source, new MemoryFiles()),
                Severities.defaults(),
                new Facts(LocalDate.of(2026, 6, 1)))
            .stream()
            .filter(finding -> finding.code().equals("conda-file-not-found"));
    assertEquals(0, findings.count());
  }

  @Test
  void theEnvironmentItselfIsNotOffered() {
    Check.file("torch-cu118.yaml", ENVIRONMENT.formatted("«torch-conda.yaml»"))
        .finds("conda-file-not-found")
        .offering("Create 'torch-conda.yaml'");
  }

  @Test
  void theOneForADeploymentServesAModel() {
    Check.file(
            "deployment.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
            name: blue
            environment:
              image: python:3.12.8
              conda_file: «conda.yml»
            """)
        .finds("conda-file-not-found")
        .fixedBy("Create 'conda.yml'", "conda.yml", Skeletons.servingCondaFile());
  }
}
