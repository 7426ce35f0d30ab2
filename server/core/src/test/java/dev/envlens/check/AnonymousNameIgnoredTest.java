package dev.envlens.check;

import org.junit.jupiter.api.Test;

class AnonymousNameIgnoredTest {

  @Test
  void theNameCanGo() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment:
              «name»: train # not used
              image: python:3.11
            """)
        .finds("anonymous-name-ignored")
        .as(Severity.INFORMATION)
        .fixedBy(
            "Remove the name",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment:
              image: python:3.11
            """);
  }

  @Test
  void aNameThatAMergeBringsStays() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            tags: &base {«name»: train}
            environment:
              <<: *base
              image: python:3.11
            """)
        .finds("anonymous-name-ignored")
        .unfixed();
  }

  @Test
  void aFileOfItsOwnNeedsIts() {
    Check.environment("name: train\nimage: python:3.11\n").ignores("anonymous-name-ignored");
  }
}
