package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LensesTest {

  private static Neighbours near(int sharing, String... twins) {
    var others =
        IntStream.range(0, sharing).mapToObj(number -> neighbour("other" + number)).toList();
    var near = new Neighbours.Near(others, Stream.of(twins).map(LensesTest::neighbour).toList());
    return (definition, hash, surroundings) -> near;
  }

  private static Neighbours.Neighbour neighbour(String name) {
    return new Neighbours.Neighbour(Optional.of(name), MemoryFiles.uri(name + ".yml"), "");
  }

  private static List<String> lenses(String text) {
    return Pointed.in("environment.yml", text).lenses(Neighbours.NONE);
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
            .lenses(Neighbours.NONE);
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
        List.of("«name» hash not known yet · system-managed"), pointed.lenses(Neighbours.NONE));
  }

  @Test
  void neighboursHaveLensesOfTheirOwn() {
    var pointed = Pointed.in("environment.yml", "{name: train, image: 'python:3.10'}");
    assertEquals(
        List.of(
            "«name» hash 36e6c479 · user-managed",
            "«name» same image as 2 others",
            "«name» differs from 'twin' in order alone"),
        pointed.lenses(near(2, "twin")));
    assertEquals("«name» same image as 1 other", pointed.lenses(near(1)).get(1));
  }
}
