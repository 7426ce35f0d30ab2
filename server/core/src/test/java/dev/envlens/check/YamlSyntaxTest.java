package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSyntaxTest {

  @Test
  void whatIsNotYamlIsAnErrorAndTheRestIsStillChecked() {
    var check =
        Check.environment(
            """
            name: train
            image: python
            tags: {a: 1
            """);
    var codes = check.findings().stream().map(Finding::code).toList();
    assertTrue(codes.contains("yaml-syntax"), codes::toString);
    assertTrue(codes.contains("floating-image"), codes::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[- image: a:1\nb:", "{,- image: a:1\nname: t-  "})
  void whatIsNotClosedIsToldOnceAtOnePlace(String conda) {
    var places =
        Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
            .with("conda.yml", conda)
            .findings()
            .stream()
            .filter(finding -> finding.code().equals("yaml-syntax"))
            .map(Finding::place)
            .toList();
    assertEquals(places.stream().distinct().toList(), places);
    assertFalse(places.isEmpty());
  }

  @Test
  void aLinkedFileThatIsNoYamlAtAllIsReportedThere() {
    var findings =
        Check.environment(
                """
                name: train
                image: python:3.11
                conda_file: conda.yml
                """)
            .with("conda.yml", "[channels")
            .findings();
    assertTrue(
        findings.stream()
            .anyMatch(
                finding ->
                    finding.code().equals("yaml-syntax")
                        && finding.place().file().equals(MemoryFiles.uri("conda.yml"))),
        findings::toString);
  }

  @Test
  void aJobWithAnEnvironmentIsOursToo() {
    var findings =
        Check.file(
                "job.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
                command: echo
                environment:
                  image: python:3.11
                inputs: {a
                """)
            .findings();
    assertTrue(
        findings.stream().anyMatch(finding -> finding.code().equals("yaml-syntax")),
        findings::toString);
  }

  @Test
  void validYamlIsFine() {
    Check.environment("name: train\nimage: python:3.11\n").ignores("yaml-syntax");
  }

  @Test
  void whatIsNotOursIsNotJudged() {
    Check.file("compose.yml", "services: {a\n").findsNothing();
  }
}
