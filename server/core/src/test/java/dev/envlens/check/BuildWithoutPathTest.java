package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildWithoutPathTest {

  @Test
  void theFolderOfTheFileIsOffered() {
    Check.environment(
            """
            name: train
            «build»:
              dockerfile_path: Dockerfile # the usual
            """)
        .with("Dockerfile", "FROM scratch\n")
        .finds("build-without-path")
        .as(Severity.ERROR)
        .fixedBy(
            "Add 'path: .'",
            """
            name: train
            build:
              path: .
              dockerfile_path: Dockerfile # the usual
            """);
  }

  @Test
  void anEmptyMappingIsFilled() {
    Check.environment("name: train\n«build»: {}\n")
        .with("Dockerfile", "FROM scratch\n")
        .finds("build-without-path")
        .fixedBy("Add 'path: .'", "name: train\nbuild: {path: .}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "\"\""})
  void anEmptyPathSaysNothing(String empty) {
    String quote = empty.substring(0, 1);
    var check = Check.environment("name: train\nbuild: {path: %s}\n".formatted(empty));
    assertEquals(
        List.of("build-without-path"), check.findings().stream().map(Finding::code).toList());
    Check.environment("name: train\nbuild: {path: «%s»}\n".formatted(empty))
        .with("Dockerfile", "FROM scratch\n")
        .finds("build-without-path")
        .mentioning("Fill in 'path'")
        .offering("Write 'path: .' (new hash)")
        .fixedBy(
            "Write 'path: .' (new hash)",
            "name: train\nbuild: {path: %s.%s}\n".formatted(quote, quote));
  }

  @Test
  void aV1ContextNeedsItsLocation() {
    Check.file("env.yml", "name: a\ndocker: {«buildContext»: {dockerfilePath: Dockerfile}}\n")
        .finds("build-without-path")
        .mentioning("'location'")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"build: {path: .}", "build: {path: '{{path}}'}", "build: {local_path: .}"})
  void aPathIsFine(String line) {
    Check.environment("name: train\n%s\n".formatted(line)).ignores("build-without-path");
  }
}
