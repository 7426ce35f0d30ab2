package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {

  private static Finding finding(String code, int start, int end) {
    return new Finding(
        code,
        Severity.ERROR,
        new Place(MemoryFiles.uri("a.yml"), new TextRange(start, end)),
        code,
        List.of());
  }

  private static List<String> resolved(Finding... findings) {
    return Precedence.resolve(List.of(findings)).stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "multiple-python, duplicate-dependency",
    "invalid-python, loose-pin",
    "unpinned-pip, unpinned-package",
    "stale-key, unknown-key",
    "build-without-path, context-not-found",
    "invalid-image, invalid-value",
    "invalid-name, invalid-value",
    "invalid-context, invalid-value",
    "dockerfile-outside-context, invalid-value",
    "invalid-dependency, invalid-value",
    "invalid-requirement, invalid-value",
    "yaml-syntax, unknown-key"
  })
  void oneGivesWayWhereTheyShareText(String winner, String loser) {
    assertEquals(List.of(winner), resolved(finding(winner, 5, 9), finding(loser, 3, 6)));
    assertEquals(List.of(winner), resolved(finding(loser, 0, 20), finding(winner, 5, 9)));
    assertEquals(List.of(winner, loser), resolved(finding(winner, 5, 9), finding(loser, 9, 12)));
  }

  @Test
  void aCondaFileInTheWrongPlaceSilencesItsWholeFile() {
    var other =
        new Finding(
            "unpinned-package",
            Severity.WARNING,
            new Place(MemoryFiles.uri("b.yml"), new TextRange(0, 1)),
            "",
            List.of());
    assertEquals(
        List.of("yaml-syntax", "conda-file-as-environment", "unpinned-package"),
        resolved(
            finding("yaml-syntax", 90, 99),
            finding("conda-file-as-environment", 5, 9),
            finding("missing-image", 50, 60),
            other));
  }

  @Test
  void oneFarReachingWinnerIsFoundBehindShortOnes() {
    assertEquals(
        List.of("yaml-syntax", "yaml-syntax"),
        resolved(
            finding("yaml-syntax", 0, 50),
            finding("yaml-syntax", 10, 12),
            finding("wrong-type", 30, 31)));
  }

  @Test
  void whatSpecificRulesSayIsNotSaidAgain() {
    String schema =
        "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n";
    Check.environment(schema + "conda_file: conda.yml\n")
        .ignores("missing-image")
        .ignores("missing-key");
    Check.environment(schema + "name: a\nimage: a:1\ninference_config: {}\nbuild: {}\n")
        .ignores("missing-key");
    Check.environment(schema + "channels: [a]\ndependencies: [numpy]\n")
        .ignores("missing-name")
        .ignores("unknown-key")
        .ignores("missing-image");
  }

  @Test
  void manyFindingsTakeLittleTime() {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 100_000; i++) {
      findings.add(finding("unpinned-package", 10 * i, 10 * i + 5));
      findings.add(finding("unpinned-pip", 10 * i + 5, 10 * i + 9));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals(200_000, Precedence.resolve(findings).size()));
  }
}
