package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAndBuildTest {

  @Test
  void eitherCanBeRemoved() {
    Check.environment(
            """
            name: train
            image: python:3.11
            «build»:
              path: docker
            """)
        .with("docker/Dockerfile", "FROM scratch\n")
        .finds("image-and-build")
        .as(Severity.ERROR)
        .saying("'image' and 'build' exclude each other. Keep one.")
        .fixedBy("Remove 'image'", "name: train\nbuild:\n  path: docker\n")
        .fixedBy("Remove 'build'", "name: train\nimage: python:3.11\n");
  }

  @Test
  void packagesNeedTheImage() {
    Check.environment(
            """
            name: train
            build: {path: .}
            «image»: python:3.11
            conda_file: {channels: [conda-forge], dependencies: [python=3.11]}
            """)
        .with("Dockerfile", "FROM scratch\n")
        .finds("image-and-build")
        .offering("Remove 'build'");
  }

  @Test
  void aV1DefinitionHasThreeToChooseFrom() {
    Check.file(
            "azureml_environment.json",
            """
            {"name": "a", "docker": {"baseImage": "python:3.11", «"baseDockerfile"»: "FROM scratch"}}
            """)
        .finds("image-and-build")
        .fixedBy(
            "Remove 'baseImage'",
            "{\"name\": \"a\", \"docker\": {\"baseDockerfile\": \"FROM scratch\"}}\n");
  }

  @Test
  void ofThreeNobodyCanTellWhichIsMeant() {
    Check.file(
            "azureml_environment.json",
            """
            {"name": "a", "docker": {"baseImage": "python:3.11", «"baseDockerfile"»: "FROM scratch",
             "buildContext": {"location": "https://github.com/a/b.git"}}}
            """)
        .finds("image-and-build")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''"})
  void whatAnExportLeavesEmptyIsFine(String none) {
    Check.file(
            "env.yml",
            """
            name: train
            docker: {baseImage: "python:3.11", baseDockerfile: %s, buildContext: null}
            """
                .formatted(none))
        .ignores("image-and-build");
  }
}
