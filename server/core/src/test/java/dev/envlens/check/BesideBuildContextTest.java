package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BesideBuildContextTest {

  private static Check with(String line) {
    return Check.file(
        "env.yml",
        """
        name: train
        docker: {buildContext: {location: "https://github.com/a/b.git"}}
        %s
        """
            .formatted(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«environmentVariables»: {A: b}",
        "«r»: {rVersion: '4'}",
        "«spark»: {packages: [{group: a, artifact: b, version: '1'}]}"
      })
  void theDockerfileSaysEverything(String line) {
    with(line).finds("beside-build-context").as(Severity.ERROR).unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environmentVariables: {}",
        "environmentVariables: {EXAMPLE_ENV_VAR: EXAMPLE_VALUE}",
        "r: null",
        "spark: {repositories: [], packages: [], precachePackages: true}"
      })
  void whatAnExportHoldsByItselfIsFine(String line) {
    with(line).ignores("beside-build-context");
  }

  @Test
  void besideAnImageTheyAreFine() {
    Check.file("env.yml", "name: a\ndocker: {baseImage: 'a:1'}\nenvironmentVariables: {A: b}\n")
        .ignores("beside-build-context");
  }
}
