package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextNotFoundTest {

  @Test
  void aDockerfileToBeginWithIsCreated() {
    Check.environment("name: train\nbuild: {path: «docker», dockerfile_path: gpu/Dockerfile}\n")
        .finds("context-not-found")
        .as(Severity.ERROR)
        .saying(
            "There is no folder 'docker', counted from this file's folder. Create it, or correct"
                + " the path.")
        .fixedBy("Create 'docker/gpu/Dockerfile'", "docker/gpu/Dockerfile", Skeletons.dockerfile());
  }

  @Test
  void aFileIsNoFolder() {
    Check.environment("name: train\nbuild: {path: «Dockerfile»}\n")
        .with("Dockerfile", "FROM scratch\n")
        .finds("context-not-found")
        .saying("'Dockerfile' is a file. Name the folder that it lies in.")
        .unfixed();
  }

  @Test
  void anEmptyPathIsNoPathAtAll() {
    Check.environment("name: train\nbuild: {path: ''}\n")
        .ignores("context-not-found")
        .ignores("dockerfile-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", ".", "$CONTEXT", "https://github.com/a/b.git"})
  void aFolderThatIsThereIsFine(String path) {
    Check.environment("name: train\nbuild: {path: '%s'}\n".formatted(path))
        .with("docker/Dockerfile", "FROM scratch\n")
        .ignores("context-not-found");
  }
}
