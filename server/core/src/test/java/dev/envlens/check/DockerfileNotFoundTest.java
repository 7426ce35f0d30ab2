package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileNotFoundTest {

  @Test
  void theNearestPathIsOffered() {
    Check.environment("name: train\nbuild: {path: docker, dockerfile_path: «Dockerfil»}\n")
        .with("docker/Dockerfile", "FROM scratch\n")
        .finds("dockerfile-not-found")
        .as(Severity.ERROR)
        .mentioning("looked for 'docker/Dockerfil'")
        .fixedBy(
            "Use 'Dockerfile'",
            "name: train\nbuild: {path: docker, dockerfile_path: Dockerfile}\n");
  }

  @Test
  void whereNoneIsNamedTheNearestIsNamed() {
    Check.environment("name: train\nbuild:\n  path: «docker» # here\n")
        .with("docker/Dockerfile.gpu", "FROM scratch\n")
        .finds("dockerfile-not-found")
        .offering("Use 'Dockerfile.gpu'", "Create 'docker/Dockerfile'")
        .fixedBy(
            "Use 'Dockerfile.gpu'",
            "name: train\nbuild:\n  path: docker # here\n  dockerfile_path: Dockerfile.gpu\n")
        .fixedBy("Create 'docker/Dockerfile'", "docker/Dockerfile", Skeletons.dockerfile());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'The path of the Dockerfile is empty: name a file, such as ''Dockerfile''.'",
    "gpu/, '''gpu/'' is a folder. Name the Dockerfile itself, such as ''gpu/Dockerfile''.'",
    "cpu/, '''cpu/'' is a folder. Name the Dockerfile itself, such as ''cpu/Dockerfile''.'"
  })
  void aFolderOrNothingIsNoDockerfile(String path, String message) {
    Check.environment("name: a\nbuild: {path: docker, dockerfile_path: '«%s»'}\n".formatted(path))
        .with("docker/gpu/Dockerfile", "FROM scratch\n")
        .finds("dockerfile-not-found")
        .saying(message)
        .unfixed();
  }

  @Test
  void whatIsCreatedIsClean() {
    Check.file("Dockerfile", Skeletons.dockerfile()).findsNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "./Dockerfile", "../docker/Dockerfile", "{{file}}"})
  void aDockerfileThatIsThereIsFine(String path) {
    Check.environment("name: train\nbuild: {path: docker, dockerfile_path: '%s'}\n".formatted(path))
        .with("docker/Dockerfile", "FROM scratch\n")
        .ignores("dockerfile-not-found")
        .ignores("dockerfile-outside-context");
  }
}
