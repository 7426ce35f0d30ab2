package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.MemoryFiles;
import org.junit.jupiter.api.Test;

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
