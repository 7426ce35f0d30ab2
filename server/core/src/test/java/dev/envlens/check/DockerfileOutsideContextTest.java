package dev.envlens.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileOutsideContextTest {

  private static final String ENVIRONMENT =
      "name: train\nbuild: {path: docker, dockerfile_path: '%s'}\n";

  private static Check environment(String path) {
    return Check.environment(ENVIRONMENT.formatted(path))
        .with("docker/gpu/Dockerfile", "FROM scratch\n")
        .with("other/Dockerfile", "FROM scratch\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker/gpu/Dockerfile", "/project/docker/gpu/Dockerfile"})
  void aPathIntoTheContextIsWrittenFromThere(String path) {
    environment("«" + path + "»")
        .finds("dockerfile-outside-context")
        .as(Severity.ERROR)
        .fixedBy(
            "Write 'gpu/Dockerfile', relative to the context",
            ENVIRONMENT.formatted("gpu/Dockerfile"));
    environment(path).ignores("dockerfile-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../other/Dockerfile",
        "other/Dockerfile",
        "/etc/Dockerfile",
        "C:\\docker\\Dockerfile"
      })
  void whatLiesElsewhereHasToBeMoved(String path) {
    environment("«" + path + "»").finds("dockerfile-outside-context").unfixed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Dockerfile", "../Dockerfile", "a/../../Dockerfile"})
  void aRepositoryHasAnInsideToo(String path) {
    Check.environment(
            "name: a\nbuild: {path: 'https://github.com/a/b.git', dockerfile_path: '«%s»'}\n"
                .formatted(path))
        .finds("dockerfile-outside-context");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu/Dockerfile", "gpu/../gpu/Dockerfile", "missing/Dockerfile", "$FILE"})
  void aPathInTheContextIsFine(String path) {
    environment(path).ignores("dockerfile-outside-context");
  }
}
