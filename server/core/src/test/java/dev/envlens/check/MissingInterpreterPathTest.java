package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingInterpreterPathTest {

  private static final String CODE = "missing-interpreter-path";

  @Test
  void anImageThatIsNotKnownToHavePython() {
    Check.environment(V1Text.python("«userManagedDependencies»: true\n"))
        .finds(CODE)
        .as(Severity.HINT)
        .unfixed();
  }

  @Test
  void aPathWithoutAValueIsPointedAt() {
    Check.environment(V1Text.python("userManagedDependencies: true\n«interpreterPath»: null\n"))
        .finds(CODE);
  }

  @Test
  void aDockerfileThatInstallsNone() {
    Check.environment(
            """
            name: train
            docker: {baseDockerfile: "FROM debian:12.6"}
            python: {«userManagedDependencies»: true}
            """)
        .finds(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker: {baseImage: 'python:3.12.4'}",
        "docker: {baseImage: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240709.v1'}",
        "docker: {baseImage: 'continuumio/miniconda3:24.5.0-0'}",
        "docker: {baseImage: '${IMAGE}'}",
        "docker: {baseImage: null}",
        "docker: {baseDockerfile: \"FROM debian:12.6\\nRUN apt-get install -y python3\"}",
        "docker: {buildContext: {location: 'https://github.com/contoso/images.git'}}"
      })
  void whatHasPythonOrIsNotKnownIsNot(String docker) {
    Check.environment("name: a\n%s\npython: {userManagedDependencies: true}\n".formatted(docker))
        .ignores(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userManagedDependencies: true\ninterpreterPath: python\n",
        "userManagedDependencies: true\ninterpreterPth: python\n",
        "userManagedDependencies: false\n",
        "interpreterPath:\ncondaDependencies: {dependencies: [python=3.12]}\n"
      })
  void aPathOrPackagesOfCondasAreFine(String python) {
    Check.environment(V1Text.python(python)).ignores(CODE);
  }
}
