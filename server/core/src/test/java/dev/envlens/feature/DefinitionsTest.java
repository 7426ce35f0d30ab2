package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {

  private static Pointed among(String path, String marked) {
    return Pointed.in(path, marked)
        .with("c.yml", "dependencies: [python]")
        .with("req.txt", "numpy")
        .with("limits.txt", "numpy==1.26.4")
        .with("env.yml", "name: train\nimage: a\n")
        .with("docker/Dockerfile", "FROM a")
        .with("docker/src/app.py", "print()");
  }

  private static KnownEnvironments workspace(String... versions) {
    return name ->
        name.equals("train")
            ? List.of(versions).stream().map(DefinitionsTest::defined).toList()
            : List.of();
  }

  private static KnownEnvironments.Defined defined(String version) {
    return new KnownEnvironments.Defined(
        "train",
        Optional.of(version).filter(text -> !text.equals("-")),
        new Place(MemoryFiles.uri("train-" + version + ".yml"), new TextRange(6, 11)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, image: a, conda_file: c<caret>.yml} | c.yml -> c.yml",
        "{name: x, build: {path: <caret>docker}} | docker -> docker/Dockerfile",
        "{name: x, build: {path: docker, dockerfile_path: Dock<caret>erfile}}"
            + " | Dockerfile -> docker/Dockerfile",
        "{dependencies: [{pip: [-r <caret>req.txt]}]} | req.txt -> req.txt",
        "{dependencies: [{pip: [-c limits.txt<caret>]}]} | limits.txt -> limits.txt",
        "{type: command, environment: 'file:<caret>env.yml'} | file:env.yml -> env.yml",
      })
  void aPathLeadsToItsFile(String marked, String expected) {
    assertEquals(
        List.of(expected), among("environment.yml", marked).definitions(KnownEnvironments.none()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azureml:train:3 | 1,3 | train-3.yml",
        // The version is Azure's to choose.
        "azureml:train:3 | 1,- | train--.yml",
        "azureml:train@latest | 9,10 | train-10.yml",
        "azureml:train | 9,10 | train-10.yml",
      })
  void aNameLeadsToTheFileThatDefinesIt(String reference, String versions, String file) {
    var pointed = Pointed.in("job.yml", "{type: command, environment: '<caret>" + reference + "'}");
    assertEquals(
        List.of(reference + " -> " + file),
        pointed.definitions(workspace(versions.split(",", -1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml:other:3",
        "azureml:train:4",
        "azureml://registries/r/environments/train/versions/3",
      })
  void aNameThatNoFileDefinesLeadsNowhere(String reference) {
    var pointed = Pointed.in("job.yml", "{type: command, environment: '<caret>" + reference + "'}");
    assertEquals(List.of(), pointed.definitions(workspace("3")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: &n [b], c: *<caret>n} | *n -> any.yml:[b]",
        "{a: &n [b], c: [d, *n<caret>]} | *n -> any.yml:[b]",
        "{a: &n {b: c}, d: {<<: <caret>*n}} | *n -> any.yml:{b: c}",
      })
  void anAliasLeadsToItsAnchor(String marked, String expected) {
    assertEquals(
        List.of(expected), Pointed.in("any.yml", marked).definitions(KnownEnvironments.none()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COPY <caret>src/app.py /app/ | src/app.py -> docker/src/app.py",
        "ADD [\"src/<caret>app.py\", \"/app/\"] | src/app.py -> docker/src/app.py",
        "COPY more.txt /tmp/;RUN pip install -r <caret>/tmp/more.txt"
            + " | /tmp/more.txt -> docker/more.txt",
        "COPY --from=bu<caret>ild /a /b | build -> docker/Dockerfile:build",
        "COPY --from=<caret>0 /a /b | 0 -> docker/Dockerfile:build",
        "RUN --mount=type=bind,from=<caret>build,target=/b ls"
            + " | build -> docker/Dockerfile:build",
        "FROM bui<caret>ld | build -> docker/Dockerfile:build",
        "ARG X=1;RUN echo $<caret>X | X -> docker/Dockerfile:X",
        "ARG X=1;RUN echo \"${<caret>X}\" | X -> docker/Dockerfile:X",
        "ENV X 1 2;RUN echo $X<caret> | X -> docker/Dockerfile:X",
        "ARG B<caret>ASE | BASE -> docker/Dockerfile:BASE",
      })
  void aDockerfileLeadsToItsFilesStagesAndVariables(String line, String expected) {
    String head = "ARG BASE=python:3.11\nFROM ${BASE} AS build\nFROM python:3.11\n";
    var pointed = Pointed.in("docker/Dockerfile", head + line.replace(";", "\n") + "\n");
    pointed.with("docker/src/app.py", "print()").with("docker/more.txt", "numpy");
    assertEquals(List.of(expected), pointed.definitions(KnownEnvironments.none()));
  }

  @Test
  void theNearestDeclarationCounts() {
    var pointed =
        Pointed.in(
            "Dockerfile",
            "ARG X=outer\nFROM a\nENV X=first\nENV X=second\nRUN echo ${<caret>X}\nENV X=later\n");
    var target =
        Definitions.at(pointed.page(), pointed.offset(), pointed.files(), KnownEnvironments.none())
            .get(0);
    assertEquals(
        "X=second",
        pointed.text().substring(target.place().range().start()).lines().findFirst().get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nCOPY <caret>gone.txt /tmp/\n",
        "FROM a\nCOPY ../<caret>c.yml /tmp/\n",
        "FROM a\nCOPY --from=<caret>later /a /b\nFROM b AS later\n",
        "FROM a\nCOPY --from=<caret>nginx /a /b\n",
        "FROM a\nRUN echo $<caret>HOME\n",
        // An ARG doesn't reach into another stage, as ENV would.
        "FROM a AS one\nARG X=1\nFROM one\nRUN echo $<caret>X\n",
        "ARG X=1\nFROM a\nRUN echo $<caret>X\n",
        "FROM a\nARG X=1\nRUN echo \\$<caret>X\n",
      })
  void whatIsNotInTheDockerfileLeadsNowhere(String marked) {
    assertEquals(
        List.of(), among("docker/Dockerfile", marked).definitions(KnownEnvironments.none()));
  }

  @Test
  void aVariableOfTheStageBelowCounts() {
    assertEquals(
        List.of("X -> Dockerfile:X"),
        Pointed.in("Dockerfile", "FROM a AS one\nENV X=1\nFROM one\nRUN echo $<caret>X\n")
            .definitions(KnownEnvironments.none()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-r <caret>req.txt | req.txt -> req.txt",
        "--constraint=lim<caret>its.txt  # why | limits.txt -> limits.txt",
      })
  void aRequirementsFileLeadsToWhatItIncludes(String line, String expected) {
    assertEquals(
        List.of(expected),
        among("requirements.txt", "numpy\n" + line + "\n").definitions(KnownEnvironments.none()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nu<caret>mpy", "-r <caret>gone.txt", "-r https://example.com/<caret>req.txt"})
  void otherLinesLeadNowhere(String line) {
    assertEquals(List.of(), among("requirements.txt", line).definitions(KnownEnvironments.none()));
  }
}
