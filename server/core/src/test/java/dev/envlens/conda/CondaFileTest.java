package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondaFileTest {

  private static CondaFile of(String text) {
    return CondaFile.of(Yaml.parse(text).documents().get(0).mapping().orElseThrow());
  }

  private static List<String> kinds(CondaFile file) {
    return file.dependencies().stream().map(entry -> entry.getClass().getSimpleName()).toList();
  }

  @Test
  void channelsPackagesAndPipListsAreReadInOrder() {
    var file =
        of(
            """
            channels: [conda-forge, defaults]
            dependencies:
              - python=3.10
              - pip:
                  - numpy==1.26.4
                  - -r requirements.txt
              - pip
              - pip: [pandas]
            """);
    assertEquals(
        List.of("conda-forge", "defaults"), file.channels().stream().map(Scalar::text).toList());
    assertEquals(List.of("CondaPackage", "Pip", "CondaPackage", "Pip"), kinds(file));
    assertEquals(
        List.of("numpy==1.26.4", "-r requirements.txt", "pandas"),
        file.requirements().map(requirement -> requirement.text().text()).toList());
  }

  @Test
  void packagesAreFoundHoweverTheyAreSpelt() {
    var file = of("dependencies: [Scikit_Learn=1, scikit-learn, scikit, 'a b c d']");
    assertEquals(
        List.of("Scikit_Learn=1", "scikit-learn"),
        file.packages("scikit-learn").map(found -> found.text().text()).toList());
  }

  @Test
  void whatIsNoDependencyIsKeptAsUnknown() {
    var file = of("dependencies: [~, [a], {conda: b}, '{{c}}', {pip: , x: y}, d]");
    assertEquals(
        List.of("Unknown", "Unknown", "Unknown", "Unknown", "Pip", "CondaPackage"), kinds(file));
  }

  @Test
  void requirementsThatCannotBeJudgedAreLeftOut() {
    var file = of("dependencies: [{pip: [~, '${{x}}', [a], b]}]");
    assertEquals(
        List.of("b"), file.requirements().map(requirement -> requirement.text().text()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: x",
        "dependencies:",
        "dependencies: a",
        "{dependencies: {a: b}, channels: c}"
      })
  void aMissingOrBrokenListHoldsNothing(String text) {
    assertEquals(List.of(), of(text).dependencies());
    assertEquals(List.of(), of(text).channels());
  }
}
