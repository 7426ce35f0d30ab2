package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.link.FileState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LensesTest {

  private record Given(int sameImage, Optional<String> twin) implements Neighbours {
    @Override
    public int sameImage(Definition definition, DefinitionHash hash) {
      return sameImage;
    }

    @Override
    public Optional<String> orderTwin(Definition definition, DefinitionHash hash) {
      return twin;
    }
  }

  private static List<String> lenses(String text) {
    return Pointed.in("environment.yml", text).lenses(Neighbours.none());
  }

  @Test
  void anEnvironmentShowsItsHashKindAndUnpinnedPackages() {
    var lenses =
        Pointed.in("environment.yml", "name: x\nimage: python:3.11\nconda_file: c.yml\n")
            .with(
                "c.yml",
                """
                dependencies:
                  - python=3.11
                  - numpy
                  - scipy>=1
                  - __glibc
                  - pip:
                    - flask
                    - -r req.txt
                    - -c limits.txt
                    - torch==2.1.0
                """)
            .with("req.txt", "requests\nrich==13.0.0\n# no\n")
            .with("limits.txt", "rich\n")
            .lenses(Neighbours.none());
    assertEquals(1, lenses.size());
    assertTrue(
        lenses.get(0).matches("«name» hash [0-9a-f]{8} · system-managed · 3 unpinned"),
        lenses.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: train, image: 'python:3.10'} | «name» hash 36e6c479 · user-managed",
        "{image: 'python:3.10'} | ",
        "{type: command, environment: {image: 'python:3.10'}} | «image» hash 36e6c479 · user-managed",
        "{docker: {baseImage: 'python:3.10'}, python: {userManagedDependencies: true,"
            + " condaDependencies: {dependencies: [numpy]}}}"
            + " | «docker» hash 36e6c479 · user-managed",
        "{name: x, image: a, conda_file: gone.yml}"
            + " | «name» hash unknown: the conda file isn't there · system-managed",
        "{name: x, image: '{{a}}'}"
            + " | «name» hash unknown: the image holds a placeholder · user-managed",
        "{channels: [a], dependencies: [numpy, scipy=1.11.4, {pip: [a]}]} | «channels» 2 unpinned",
        "{type: command, environment: azureml:a:1} | ",
      },
      nullValues = "-")
  void everyFormHasItsLens(String text, String expected) {
    assertEquals(expected == null ? List.of() : List.of(expected), lenses(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{dependencies: [numpy=1.26.4]}", "{kind: Pod, image: a}", "", "{name: [}"})
  void whereThereIsNothingToSayThereIsNoLens(String text) {
    assertEquals(List.of(), lenses(text));
  }

  @Test
  void whatIsStillBeingReadIsNotKnownYet() {
    var pointed = Pointed.in("environment.yml", "{name: x, image: a, conda_file: slow.yml}");
    pointed.files().with("slow.yml", new FileState.Pending());
    assertEquals(
        List.of("«name» hash not known yet · system-managed"), pointed.lenses(Neighbours.none()));
  }

  @Test
  void neighboursHaveLensesOfTheirOwn() {
    var pointed = Pointed.in("environment.yml", "{name: train, image: 'python:3.10'}");
    assertEquals(
        List.of(
            "«name» hash 36e6c479 · user-managed",
            "«name» same image as 2 others",
            "«name» differs from 'twin' in order alone"),
        pointed.lenses(new Given(2, Optional.of("twin"))));
    assertEquals(
        "«name» same image as 1 other", pointed.lenses(new Given(1, Optional.empty())).get(1));
  }
}
