package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.curated.Catalogue;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.image.BaseImages;
import dev.envlens.link.MemoryFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {

  private static final String IMAGE = BaseImages.shipped().usual().image();

  // Keys

  @Test
  void keysThatAreNotThereYet() {
    Typing.environment("name: train\nimage: python:3.12\n<caret>")
        .offersAmongOthers("conda_file", "version", "inference_config", "$schema")
        .doesNotOffer("name", "image", "build", "datastore", "id", "creation_context");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: train\nim<caret>",
        "name: train\nim<caret>\n",
        "name: train\r\nim<caret>\r\ndescription: x\r\n",
        "im<caret>\nname: train\n",
        "version: ]\nname: train\nim<caret>\n",
        "name: \"train\nconda_file: conda.yml\nim<caret>\n",
      })
  void aKeyThatIsHalfTyped(String text) {
    Typing.environment(text).choosing("image", text.replace("im<caret>", "image: " + IMAGE));
  }

  @Test
  void aKeyThatHasItsValueIsOnlyRenamed() {
    Typing.environment("name: a\nima<caret>: python:3.12\n")
        .choosing("image", "name: a\nimage: python:3.12\n");
  }

  @Test
  void routesAreWrittenInFull() {
    Typing.environment("name: a\nimage: b:1\ninf<caret>\n")
        .choosing(
            "inference_config",
            """
            name: a
            image: b:1
            inference_config:
              liveness_route:
                port: 5001
                path: /
              readiness_route:
                port: 5001
                path: /
              scoring_route:
                port: 5001
                path: /score
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inference_config:\\n  <caret> | liveness_route,readiness_route,scoring_route",
        "inference_config:\\n  scoring_route:\\n    po<caret> | port,path",
        "inference_config:\\n  scoring_route:\\n    port: 1\\n    <caret> | path",
        "conda_file:\\n  channels: []\\n  <caret> | dependencies,name,variables",
        "inference_config: {scoring_route: {<caret>}} | port,path",
        "inference_config: {scoring_route: {port: 1, <caret> | path",
      })
  void keysFurtherIn(String text, String expected) {
    Typing.environment("name: a\nimage: b:1\n" + text.strip().replace("\\n", "\n"))
        .offersAmongOthers(expected.strip().split(","));
  }

  @Test
  void keysOfACondaFile() {
    Typing.conda("channels: [conda-forge]\ndep<caret>\n")
        .choosing(
            "dependencies",
            "channels: [conda-forge]\ndependencies:\n  - python=3.12\n  - pip=25.1.1\n");
    Typing.conda("name: x\nchannels: [conda-forge]\ndependencies:\n  - pi<caret>\n")
        .offersAmongOthers("pip");
  }

  @Test
  void keysOfV1InJson() {
    var text =
        """
        {
          "name": "train",
          "do<caret>"
          "python": {"userManagedDependencies": true}
        }
        """;
    Typing.in("azureml_environment.json", text)
        .offersAmongOthers("docker")
        .doesNotOffer("python", "name")
        .choosing(
            "docker",
            text.replace("\"do<caret>\"", "\"docker\": {\"baseImage\": \"" + IMAGE + "\"},"));
  }

  @Test
  void valuesOfV1InJson() {
    Typing.in(
            "azureml_environment.json",
            "{\"name\": \"a\", \"python\": {\"userManagedDependencies\": <caret>}}")
        .choosing("true", "{\"name\": \"a\", \"python\": {\"userManagedDependencies\": true}}");
    Typing.in("env.json", "{\"name\": \"a\", \"docker\": {\"baseImage\": \"mcr<caret>\"}}")
        .choosing(IMAGE, "{\"name\": \"a\", \"docker\": {\"baseImage\": \"" + IMAGE + "\"}}");
  }

  @Test
  void keysOfAnEnvironmentInAJob() {
    Typing.in("job.yml", "command: python train.py\nenvironment:\n  <caret>\ncompute: c\n")
        .offersAmongOthers("image", "build", "conda_file")
        .doesNotOffer("name");
    Typing.in("job.yml", "command: python train.py\nenvironment:\n  image: a:1\n  co<caret>\n")
        .offersAmongOthers("conda_file");
  }

  // Values

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os_type: <caret> | linux | os_type: linux",
        "os_type:<caret> | linux | os_type: linux",
        "os_type: wi<caret> # later | windows | os_type: windows # later",
        "os_type: 'l<caret>' | linux | os_type: 'linux'",
        "os_type: \"l<caret> | linux | os_type: \"linux\"",
      })
  void valuesThatAreAllowed(String text, String label, String expected) {
    Typing.environment("name: a\nimage: b:1\n" + text)
        .offers("linux", "windows")
        .choosing(label, "name: a\nimage: b:1\n" + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\nimage: <caret>",
        "name: a\nimage:<caret>",
        "name: a\nimage: pyt<caret>hon:3.9\n",
        "name: a\nimage: \"py<caret>\"\n",
        "{name: a, image: <caret>}",
        "{name: a, image: <caret>, conda_file: c.yml}",
        "{name: a, image: 'm<caret>'}",
      })
  void baseImagesNewestFirst(String text) {
    Typing.environment(text)
        .offers(BaseImages.shipped().all().stream().map(i -> i.image()).toArray(String[]::new));
  }

  @Test
  void theSchemaThatMarksTheFile() {
    Typing.environment("$schema: <caret>\nname: a\nimage: b:1\n")
        .choosing(KeySketches.SCHEMA, "$schema: " + KeySketches.SCHEMA + "\nname: a\nimage: b:1\n");
  }

  @Test
  void channelsThatAreNotThereYet() {
    Typing.conda("channels:\n  - conda-forge\n  - <caret>\ndependencies: [python=3.12]\n")
        .offersAmongOthers("defaults", "pytorch", "nvidia")
        .doesNotOffer("conda-forge");
    Typing.conda("channels: [conda-forge, <caret>]\ndependencies: [python=3.12]\n")
        .choosing("pytorch", "channels: [conda-forge, pytorch]\ndependencies: [python=3.12]\n");
    Typing.conda("channels:\n  <caret>\ndependencies: [python=3.12]\n")
        .choosing("conda-forge", "channels:\n  - conda-forge\ndependencies: [python=3.12]\n");
  }

  // Paths

  @Test
  void condaFilesBesideTheFile() {
    Typing.environment("name: a\nimage: b:1\nconda_file: <caret>\n")
        .with("conda.yml", "")
        .with("other.yaml", "")
        .with("notes.txt", "")
        .with("envs/dev.yml", "")
        .with(".git/x.yml", "")
        .offers("conda.yml", "other.yaml", "envs/")
        .choosing("envs/", "name: a\nimage: b:1\nconda_file: envs/\n");
    Typing.environment("name: a\nimage: b:1\nconda_file: envs/d<caret>\n")
        .with("envs/dev.yml", "")
        .choosing("dev.yml", "name: a\nimage: b:1\nconda_file: envs/dev.yml\n");
  }

  @Test
  void foldersForAContextAndDockerfilesInIt() {
    Typing.environment("name: a\nbuild:\n  path: <caret>\n")
        .with("docker/Dockerfile", "")
        .with("conda.yml", "")
        .offers("docker/");
    Typing.environment("name: a\nbuild:\n  path: docker\n  dockerfile_path: <caret>\n")
        .with("docker/Dockerfile", "")
        .with("docker/Dockerfile.gpu", "")
        .with("docker/run.sh", "")
        .with("conda.yml", "")
        .offers("Dockerfile", "Dockerfile.gpu");
    Typing.environment("name: a\nbuild:\n  path: docker\n  dockerfile_path: ../<caret>\n")
        .with("Dockerfile", "")
        .with("docker/Dockerfile", "")
        .offersNothing();
  }

  @Test
  void requirementsFilesInAPipList() {
    Typing.conda("channels: [conda-forge]\ndependencies:\n  - pip:\n      - -r req<caret>\n")
        .with("requirements.txt", "")
        .choosing(
            "requirements.txt",
            "channels: [conda-forge]\ndependencies:\n  - pip:\n      - -r requirements.txt\n");
  }

  @Test
  void aFolderThatIsNotReadYetMakesTheAnswerIncomplete() {
    var answer =
        Typing.environment("name: a\nimage: b:1\nconda_file: <caret>\n")
            .with("conda.yml", "")
            .beforeFoldersAreRead()
            .answer();
    assertTrue(answer.incomplete());
    assertEquals(List.of(), answer.items());
  }

  // Packages

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- pand<caret> | pandas | - pandas=",
        "- <caret> | python | - python=3.12",
        "-<caret> | python | - python=3.12",
        "- conda-forge::pand<caret> | pandas | - conda-forge::pandas=",
        "- pip:\\n    - panda<caret> | pandas | - pip:\\n    - pandas==",
        "- 'pand<caret>' | pandas | - 'pandas=",
        "<caret> | python | - python=3.12",
      })
  void packagesWithTheRightOperator(String text, String label, String start) {
    String head = "channels: [conda-forge]\ndependencies:\n  ";
    var typing =
        Typing.conda(head + text.replace("\\n", "\n  ") + "\n")
            .with(
                "other.yml", "channels: [c]\ndependencies: [pandas=2.2.3, {pip: [pandas==2.2.3]}]");
    String chosen = typing.chosen(typing.item(label));
    assertTrue(chosen.startsWith(head + start.replace("\\n", "\n  ")), chosen);
  }

  @Test
  void packagesThatAreListedAreNotOfferedAgain() {
    Typing.conda(
            "dependencies:\n  - NumPy=1.26.4\n  - pip:\n    - scikit_learn==1.4.2\n  - n<caret>\n")
        .doesNotOffer("numpy")
        .offersAmongOthers("networkx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- numpy=<caret> | - numpy=9.9.9",
        "- numpy==9.<caret> | - numpy==9.9.9",
        "- numpy >=9.<caret> | - numpy >=9.9.9",
        "- pip:\\n    - numpy==9<caret> | - pip:\\n    - numpy==9.9.9",
        "- pip:\\n    - numpy=9<caret> | - pip:\\n    - numpy==9.9.9",
        "- pip:\\n    - numpy[x]==<caret> | - pip:\\n    - numpy[x]==9.9.9",
        "- \"numpy=<caret>\" | - \"numpy=9.9.9\"",
      })
  void versionsNewestFirst(String text, String expected) {
    String head = "channels: [conda-forge]\ndependencies:\n  ";
    var typing =
        Typing.conda(head + text.replace("\\n", "\n  ") + "\n")
            .with(
                "other.yml", "channels: [c]\ndependencies: [numpy=9.9.9, {pip: [numpy==9.9.9]}]\n");
    assertEquals("9.9.9", typing.labels().get(0));
    typing.choosing("9.9.9", head + expected.replace("\\n", "\n  ") + "\n");
  }

  @Test
  void pythonsThatAreSupportedToday() {
    Typing.conda("channels: [conda-forge]\ndependencies:\n  - python=<caret>\n")
        .offers("3.12", "3.14", "3.13", "3.11", "3.10");
  }

  // References

  @Test
  void environmentsOfOtherFilesAndFiles() {
    Typing.in("jobs/job.yml", "command: x\nenvironment: az<caret>\ncompute: c\n")
        .with("environment.yml", "name: train\nversion: 3\nimage: a:1\n")
        .with("jobs/env.yml", "name: serve\nimage: a:1\n")
        .offersAmongOthers(
            "azureml:train:3",
            "azureml:serve@latest",
            "env.yml",
            "azureml://registries/azureml/environments/")
        .choosing("azureml:train:3", "command: x\nenvironment: azureml:train:3\ncompute: c\n")
        .choosing("env.yml", "command: x\nenvironment: file:./env.yml\ncompute: c\n");
    Typing.in("jobs/job.yml", "command: x\nenvironment: file:../<caret>\n")
        .with("environment.yml", "name: train\nversion: 3\nimage: a:1\n")
        .choosing("environment.yml", "command: x\nenvironment: file:../environment.yml\n");
    Typing.in("jobs/job.yml", "command: x\nenvironment: <caret>\n")
        .with("environment.yml", "name: train\nversion: 3\nimage: a:1\n")
        .offersAmongOthers("azureml:train:3");
  }

  // Whole files

  @ParameterizedTest
  @ValueSource(strings = {"<caret>", "# ours\n<caret>", "en<caret>", "\n<caret>\n"})
  void wholeFilesWhereThereIsNothingYet(String text) {
    Typing.in("train/environment.yml", text)
        .with("train/conda.yml", "")
        .with("train/docker/Dockerfile", "")
        .offers(
            "Azure ML environment: image",
            "Azure ML environment: image and conda packages",
            "Azure ML environment: image and conda file",
            "Azure ML environment: Docker context",
            "Conda file")
        .choosing(
            "Azure ML environment: Docker context",
            text.replace("en<caret>", "").replace("<caret>", "").isEmpty()
                ? skeleton()
                : text.replace("<caret>", skeleton()));
  }

  private static String skeleton() {
    return """
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        name: train
        build:
          path: docker
        """;
  }

  @Test
  void aV1DefinitionIsImported() {
    Typing.environment("<caret>")
        .with(
            "azureml_environment.json",
            """
            {"name": "old", "version": "2",
             "python": {"userManagedDependencies": false, "condaDependencies":
               {"channels": ["conda-forge"],
                "dependencies": ["python=3.12", {"pip": ["numpy==1.26.4"]}]}},
             "docker": {"baseImage": "a.io/b:1"}}
            """)
        .choosing(
            "Azure ML environment: import of azureml_environment.json",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: old
            image: a.io/b:1
            conda_file:
              channels:
                - conda-forge
              dependencies:
                - python=3.12
                - pip:
                    - numpy==1.26.4
            """);
  }

  // Where nothing is to be said

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services:\n  web:\n    im<caret>\n",
        "services:\n  web:\n    image: <caret>\n",
        "name: ci\non: push\n<caret>",
        "name: a\nimage: b:1\n# im<caret>\n",
        "name: a\nimage: b:1 # <caret>\n",
        "name: a\nimage: b:1\ndescription: |\n  im<caret>\n",
        "name: a\nimage: b:1\ndescription: >\n  text\n  <caret>\n",
        "name: a\nimage: b:1\ndescription: \"some\n  im<caret> more\"\n",
        "name: a\nimage: b:1\ndescription: <caret>\n",
        "name: a\nimage: b:1\ntags:\n  <caret>\n",
        "command: x\nenvironment_variables:\n  environment: <caret>\nenvironment: azureml:a:1\n",
      })
  void nothingElsewhere(String text) {
    Typing.environment(text).offersNothing();
  }

  @Test
  void skeletonsAreForYamlFilesAlone() {
    Typing.in("notes.txt", "<caret>").offersNothing();
    Typing.in("a.json", "<caret>").offersNothing();
  }

  @Test
  void skeletonsAreNotForFilesThatCannotBeRead() {
    Typing.in("environment.yml", "\u0000\u0001<caret>").offersNothing();
  }

  @Test
  void codesInSilencingComments() {
    Typing.environment("name: a\nimage: b # envlens: ignore flo<caret>\n")
        .choosing("floating-image", "name: a\nimage: b # envlens: ignore floating-image\n");
    Typing.environment("name: a\nimage: b # envlens: ignore floating-image, <caret>\n")
        .doesNotOffer("floating-image")
        .offersAmongOthers("tag-not-digest");
    Typing.environment("# envlens: <caret>\nname: a\nimage: b\n").offers("ignore", "ignore-file");
  }

  @Test
  void baseImagesInADockerfile() {
    var text = "FROM mcr\nRUN x\n";
    var source = new DockerfileSource(MemoryFiles.uri("Dockerfile"), text, Dockerfile.parse(text));
    var items = Completions.at(source, "FROM mcr".length(), Catalogue::none).items();
    assertEquals(BaseImages.shipped().all().size(), items.size());
    assertEquals("mcr", items.get(0).range().of(text));
    assertEquals(List.of(), Completions.at(source, text.length() - 1, Catalogue::none).items());
  }

  // What is chosen is right

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<caret>",
        "name: a\n<caret>",
        "name: a\nimage: b.io/c:1\n<caret>",
        "name: a\nbuild:\n  path: docker\n<caret>",
        "name: a\nbuild:\n  path: docker\n  <caret>",
        "name: a\nimage: b.io/c:1\nconda_file:\n  channels: [conda-forge]\n  <caret>",
        "name: a\nimage: b.io/c:1\ninference_config:\n  scoring_route:\n    <caret>",
        "{name: a, image: 'b.io/c:1', <caret>}",
        "{\"name\": \"a\", \"docker\": {\"baseImage\": \"b.io/c:1\"}, <caret>}",
        "command: x\nenvironment:\n  <caret>",
      })
  void whatIsChosenBringsNoErrorThatWasNotThere(String text) {
    var typing =
        Typing.environment(text)
            .with("docker/Dockerfile", "FROM a.io/b:1\n")
            .with("conda.yml", "channels: [conda-forge]\ndependencies: [python=3.12]\n");
    var filled =
        typing.answer().items().stream()
            .filter(item -> !item.insertion().template().hasGaps())
            .toList();
    assertFalse(filled.isEmpty());
    for (var item : filled) {
      String chosen = typing.chosen(item);
      Set<String> brought = new HashSet<>(typing.errors(chosen));
      brought.removeAll(typing.errors(text.replace("<caret>", "")));
      // What a file lacks is told once it is known to be an environment at all.
      brought.removeAll(
          Set.of(
              "missing-route",
              "missing-key",
              "missing-image",
              "missing-name",
              "conda-without-image"));
      assertEquals(Set.of(), brought, chosen);
    }
  }

  @Test
  void placesToFillInAreWrittenAsTheProtocolHasThem() {
    var item = Typing.environment("$schema: x\n<caret>").item("conda_file");
    assertEquals(
        "conda_file:\n  channels:\n    - ${1:conda-forge}\n  dependencies:\n"
            + "    - ${2:python=3.12}\n    - ${3:pip=25.1.1}",
        item.snippet(true));
    assertEquals(
        "\\$schema: " + KeySketches.SCHEMA,
        Typing.environment("name: a\nimage: b:1\n<caret>").item("$schema").snippet(true));
  }

  @Test
  void aVastListIsOfferedInParts() {
    String others =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "  - package%d=1.0.0\n".formatted(i))
            .collect(Collectors.joining());
    var typing =
        Typing.conda("channels: [c]\ndependencies:\n  - package<caret>\n")
            .with("other.yml", "channels: [c]\ndependencies:\n" + others);
    var answer = typing.answer();
    assertTrue(answer.incomplete());
    assertEquals(
        200,
        answer.items().stream()
            .filter(item -> item.shown().kind() == Completion.Kind.PACKAGE)
            .count());
  }
}
