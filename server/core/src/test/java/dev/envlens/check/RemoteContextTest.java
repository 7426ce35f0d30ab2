package dev.envlens.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteContextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/a/b.git#main:docker",
        "git@github.com:a/b.git",
        "https://github.com/a/b"
      })
  void aRepositoryCanBeRegisteredButNotBuilt(String url) {
    Check.environment("name: train\nbuild: {path: '«%s»'}\n".formatted(url))
        .finds("remote-context")
        .as(Severity.INFORMATION)
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "https://a.blob.core.windows.net/c/d", "${URL}"})
  void otherPlacesAreFine(String path) {
    Check.environment("name: train\nbuild: {path: '%s'}\n".formatted(path))
        .ignores("remote-context")
        .ignores("invalid-context");
  }
}
