package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CondaPrefixTest {

  @Test
  void itIsRemoved() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
            # left by the export
            «prefix»: /opt/miniconda3/envs/train
            """)
        .finds("conda-prefix")
        .as(Severity.HINT)
        .saying(
            "'prefix' names a folder of the machine that exported this file, and is of no use elsewhere. Remove it.")
        .fixedBy(
            "Remove 'prefix'",
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
            # left by the export
            """);
  }

  @Test
  void theFixIsSafeForTheEnvironmentThatUsesTheFile() {
    var found =
        Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
            .with(
                "conda.yml",
                "name: train\r\n«prefix»: C:\\conda\r\nchannels: [conda-forge]\r\ndependencies: [python=3.12]\r\n");
    found
        .finds("conda-prefix")
        .fixedBy(
            "Remove 'prefix'",
            "conda.yml",
            "name: train\r\nchannels: [conda-forge]\r\ndependencies: [python=3.12]\r\n");
    assertTrue(
        found.findings().stream()
            .filter(finding -> finding.code().equals("conda-prefix"))
            .allMatch(finding -> finding.fixes().get(0).safe()));
  }

  @Test
  void aFileWithoutHasNothingToRemove() {
    Check.conda(CondaText.with("prefix=1.0.0")).ignores("conda-prefix");
  }
}
