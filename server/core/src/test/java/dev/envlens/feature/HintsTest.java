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

class HintsTest {

  private static final String LOCK =
      """
      version: 1
      metadata:
        platforms: [linux-64, osx-arm64]
      package:
        - {name: numpy, version: 1.26.4, manager: conda, platform: linux-64}
        - {name: numpy, version: 1.25.0, manager: conda, platform: osx-arm64}
        - {name: scipy, version: 1.11.3, manager: conda, platform: osx-arm64}
        - {name: flask, version: 3.0.1, manager: pip, platform: linux-64}
      """;

  private static String conda(String dependency) {
    return Pointed.in("conda.yml", "dependencies:\n- " + dependency + "\n")
        .with("conda-lock.yml", LOCK)
        .hinted(KnownEnvironments.none())
        .lines()
        .reduce((first, last) -> last)
        .orElseThrow()
        .substring(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy | numpy[→ 1.26.4]",
        "\"NumPy>=1.20\"  # why | \"NumPy>=1.20\"[→ 1.26.4]  # why",
        "numpy=1.26 | numpy=1.26[→ 1.26.4]",
        // The lock is out of date.
        "numpy=1.25 | numpy=1.25[1.25.*]",
        "numpy=1.26.4=py311_0 | numpy=1.26.4=py311_0",
        "numpy==1.26.4 | numpy==1.26.4",
        // Locked for another platform alone, or for pip alone.
        "scipy | scipy",
        "flask | flask",
        "a=1.26 | a=1.26[1.26.*]",
        // A whole release of python.
        "python=3.11 | python=3.11",
        "python=3.11.* | python=3.11.*",
        "a~=1.4.2 | a~=1.4.2[>=1.4.2, <1.5]",
        "a>=1.4 | a>=1.4",
      })
  void aCondaPackageShowsWhatItResolvesToOrMeans(String dependency, String expected) {
    assertEquals(expected, conda(dependency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flask | flask[→ 3.0.1]",
        "flask<3 | flask<3",
        "flask @ https://example.com/flask.whl | flask @ https://example.com/flask.whl",
        "a~=1.4.2 | a~=1.4.2[>=1.4.2, <1.5]",
        "a~=2.9 | a~=2.9[>=2.9, <3]",
        "a~=1.4.2,!=1.4.5 | a~=1.4.2,!=1.4.5",
        "a~=1.4.5a4 | a~=1.4.5a4[>=1.4.5a4, <1.5]",
        "a==1.* | a==1.*",
      })
  void aPipPackageDoesToo(String requirement, String expected) {
    assertEquals(expected, conda("pip: ['" + requirement + "']").replaceAll("pip: \\['|'|]$", ""));
  }

  @Test
  void aConstraintsFileOfTheSameListCounts() {
    assertEquals(
        "-c limits.txt\nflask[→ 2.3.3]\nrich>=14\nnumpy\nb==1\n",
        Pointed.in("requirements.txt", "-c limits.txt\nflask\nrich>=14\nnumpy\nb==1\n")
            .with("limits.txt", "flask==2.3.3\nrich==13.0.0\nnumpy<2\nb==1\n")
            .hinted(KnownEnvironments.none()));
    assertEquals(
        "{name: x, image: a, conda_file: {dependencies: [{pip: [-c l.txt, flask[→ 2.3.3]]}]}}",
        Pointed.in(
                "environment.yml",
                "{name: x, image: a, conda_file: {dependencies: [{pip: [-c l.txt, flask]}]}}")
            .with("l.txt", "flask==2.3.3")
            .with("conda-lock.yml", LOCK)
            .hinted(KnownEnvironments.none()));
  }

  @Test
  void whoSaysSoIsInTheTooltip() {
    var pointed = Pointed.in("conda.yml", "dependencies: [numpy, a=3.11]");
    pointed.with("conda-lock.yml", LOCK);
    assertEquals(
        List.of("conda-lock.yml (linux-64) has numpy 1.26.4.", "Allows any 3.11.x."),
        Hints.of(pointed.page(), pointed.files(), Workspace.unknown(), LockParser.direct()).stream()
            .map(Hint::tooltip)
            .toList());
  }

  @Test
  void aFileThatIsNoLockSaysNothing() {
    assertEquals(
        "dependencies: [numpy]",
        Pointed.in("conda.yml", "dependencies: [numpy]")
            .with("conda-lock.yml", "package: [a, {name: [b]}]")
            .hinted(KnownEnvironments.none()));
  }

  @Test
  void theImageBehindAVariableIsShown() {
    assertEquals(
        """
        ARG TAG=3.11
        FROM python:${TAG}[= python:3.11] AS build
        FROM $OTHER
        FROM build
        """,
        Pointed.in(
                "Dockerfile",
                "ARG TAG=3.11\nFROM python:${TAG} AS build\nFROM $OTHER\nFROM build\n")
            .hinted(KnownEnvironments.none()));
  }

  @ParameterizedTest
  @CsvSource({
    "azureml:train@latest, 9;10, azureml:train@latest[→ 10]",
    "azureml:train, 9;10, azureml:train[→ 10]",
    "azureml:train@stable, 9;10, azureml:train@stable",
    "azureml:train:9, 9;10, azureml:train:9",
    // Azure would number this one, perhaps higher.
    "azureml:train@latest, 9;-, azureml:train@latest",
  })
  void theNewestVersionOfTheWorkspaceIsShown(String reference, String versions, String expected) {
    KnownEnvironments known =
        name ->
            List.of(versions.split(";", -1)).stream()
                .map(
                    version ->
                        new KnownEnvironments.Defined(
                            name,
                            Optional.of(version).filter(text -> !text.equals("-")),
                            new Place(MemoryFiles.uri("e.yml"), TextRange.at(0))))
                .toList();
    String job = "type: command\nenvironment: ";
    assertEquals(job + expected, Pointed.in("job.yml", job + reference).hinted(known));
  }
}
