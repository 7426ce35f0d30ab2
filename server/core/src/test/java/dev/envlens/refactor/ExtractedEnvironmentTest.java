package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractedEnvironmentTest {

  private static final String HEAD =
      "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n";

  private static final String JOB =
      "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n";

  private static final String CONDA = "channels: [conda-forge]\ndependencies: [python=3.11]\n";

  @Test
  void aJobsEnvironmentBecomesAFileNamedAfterTheJob() {
    var rewrite =
        Rewrite.of(
                "jobs/train-model.yml",
                JOB
                    + """
                    command: python train.py
                    environment<caret>: # ours
                      image: python:3.11.4 # plain
                      conda_file: ../conda.yml
                    compute: azureml:cpu
                    """)
            .with("conda.yml", CONDA);
    String job =
        JOB
            + """
            command: python train.py
            environment: file:./environment.yml # ours
            compute: azureml:cpu
            """;
    String environment =
        HEAD
            + """
            name: train-model
            image: python:3.11.4 # plain
            conda_file: ../conda.yml
            """;
    rewrite
        .by("Move the environment to 'environment.yml'")
        .as(Refactoring.Kind.EXTRACT)
        .reads("jobs/train-model.yml", job)
        .reads("jobs/environment.yml", environment);
    rewrite
        .inWindows()
        .by("Move the environment")
        .reads("jobs/train-model.yml", job.replace("\n", "\r\n"))
        .reads("jobs/environment.yml", environment.replace("\n", "\r\n"));
  }

  @Test
  void aStepOfAPipelineInBracketsToo() {
    Rewrite.of(
            "pipeline.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
            type: pipeline
            jobs:
              a/b:
                type: command
                command: echo
                <caret>environment: {name: own, build: {path: ./context}}
            """)
        .with("context/Dockerfile", "FROM python:3.11.4\n")
        .with("environment.yml", "a: b\n")
        .by("Move the environment to 'pipeline-environment.yml'")
        .reads(
            "pipeline-environment.yml",
            HEAD
                + """
                name: own
                build:
                  path: ./context
                """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment<caret>: &e\n  image: python:3.11.4\n",
        "environment<caret>:\n  image: ${{parent.inputs.image}}\n",
        "environment<caret>: azureml:x:1\n",
        "environment:\n  <caret>image: python:3.11.4\n"
      })
  void whatCantMoveIsNotOffered(String environment) {
    assertEquals(List.of(), Rewrite.of("job.yml", JOB + "command: echo\n" + environment).titles());
  }
}
