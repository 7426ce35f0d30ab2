package dev.envlens.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private static final String BY_NAME = "command: ls\nenvironment: azureml:train:1\n";
  private static final String BY_FILE = "command: ls\nenvironment: file:../environment.yml\n";

  private static Workspace workspace(String environment) {
    return new Workspace()
        .with("environment.yml", environment)
        .with("jobs/a.yml", BY_NAME)
        .with("jobs/b.yml", BY_FILE)
        .with("jobs/other.yml", "command: ls\nenvironment: azureml:other:1\n")
        .with(
            "jobs/registry.yml",
            "command: ls\nenvironment: azureml://registries/r/environments/train/versions/1\n");
  }

  private static final List<String> USES =
      List.of("jobs/a.yml «azureml:train:1»", "jobs/b.yml «file:../environment.yml»");

  @Test
  void aNameIsUsedByNameAndByFile() {
    var workspace = workspace("name: tr<caret>ain\nversion: 1\nimage: python:3.11\n");
    assertEquals(USES, workspace.references(false));
    assertEquals(
        List.of("environment.yml «name»", USES.get(0), USES.get(1)), workspace.references(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_NAME, BY_FILE})
  void aReferenceLeadsToTheSame(String reference) {
    var workspace =
        workspace("name: train\nversion: 1\nimage: python:3.11\n")
            .with("jobs/asked.yml", reference.replace("environment: ", "environment: <caret>"));
    assertEquals(3, workspace.references(false).size());
    assertEquals("environment.yml «name»", workspace.references(true).get(0));
  }

  @Test
  void anotherVersionIsAnotherEnvironment() {
    assertEquals(
        List.of(USES.get(1)),
        workspace("na<caret>me: train\nversion: 2\nimage: python:3.11\n").references(false));
  }

  @Test
  void aReferenceToWhatNobodyDefinesFindsItsLike() {
    var workspace =
        new Workspace()
            .with("a.yml", "command: ls\nenvironment: azureml:gone<caret>:1\n")
            .with("b.yml", "command: ls\nenvironment: azureml:gone:1\n")
            .with("c.yml", "command: ls\nenvironment: azureml:gone:2\n");
    assertEquals(
        List.of("a.yml «azureml:gone:1»", "b.yml «azureml:gone:1»"), workspace.references(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "conda_file"})
  void theKeysOfAnImageFindThoseThatShareIt(String key) {
    String environment = "name: one\nimage: python:3.11\nconda_file: conda.yml\n";
    var workspace =
        new Workspace()
            .with("conda.yml", "dependencies: [python=3.11]\n")
            .with("a.yml", environment.replace(key + ":", key + "<caret>:"))
            .with("b.yml", environment.replace("one", "two"))
            .with("c.yml", environment.replace("3.11", "3.12"));
    assertEquals(List.of("b.yml «name»"), workspace.references(false));
    assertEquals(List.of("a.yml «name»", "b.yml «name»"), workspace.references(true));
  }

  @Test
  void theImageOfANamelessDefinitionIsItsFirstKeyToo() {
    var workspace =
        new Workspace()
            .with("a.yml", "name: one\nimage: python:3.11\n")
            .with("b.yml", "command: ls\nenvironment:\n  im<caret>age: python:3.11\n");
    assertEquals(List.of("a.yml «name»"), workspace.references(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<caret>dependencies:\n  - pip:\n    - -r requirements.txt\n",
        "name: x<caret>\ndependencies:\n  - pip:\n    - -r requirements.txt\n"
      })
  void aCondaFileIsUsedByEnvironments(String conda) {
    var workspace =
        new Workspace()
            .with("conda.yml", conda)
            .with("a.yml", "name: a\nimage: x:1\nconda_file: conda.yml\n")
            .with("b.yml", "name: b\nimage: x:1\nconda_file: ./conda.yml\n");
    assertEquals(List.of("a.yml «conda.yml»", "b.yml «./conda.yml»"), workspace.references(false));
  }

  @Test
  void aPathFindsAllPathsToItsFile() {
    var workspace =
        new Workspace()
            .with("conda.yml", "dependencies:\n  - pip:\n    - -r requi<caret>rements.txt\n")
            .with("other.yml", "dependencies:\n  - pip:\n    - -c requirements.txt\n");
    assertEquals(
        List.of("conda.yml «requirements.txt»", "other.yml «requirements.txt»"),
        workspace.references(false));
  }

  @Test
  void aDockerfileIsUsedFromItsHeadOnly() {
    var workspace =
        new Workspace()
            .with("a.yml", "name: a\nbuild:\n  path: docker\n")
            .with("b.yml", "name: b\nbuild:\n  path: docker\n  dockerfile_path: ./Dockerfile\n")
            .with("docker/Dockerfile", "# ours\nFROM <caret>python:3.11\nRUN ls\n");
    assertEquals(List.of("a.yml «docker»", "b.yml «./Dockerfile»"), workspace.usesOfAskedFile());
    workspace.with("docker/Dockerfile", "# ours\nFROM python:3.11\nRUN <caret>ls\n");
    assertEquals(List.of(), workspace.usesOfAskedFile());
  }

  @Test
  void elsewhereThereIsNothing() {
    assertEquals(
        List.of(),
        workspace("name: train\nimage: python:3.11\ndescription: te<caret>xt\n").references(true));
  }
}
