package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecatedDockerAttributeTest {

  private static final String CODE = "deprecated-docker-attribute";

  @ParameterizedTest
  @CsvSource({
    "enabled, true",
    "arguments, [--ipc=host]",
    "sharedVolumes, false",
    "gpuSupport, true",
    "shmSize, 4g"
  })
  void eachIsFoundWhereSomebodyChoseIt(String key, String value) {
    Check.environment(V1Text.docker("«%s»: %s\n".formatted(key, value)))
        .finds(CODE)
        .as(Severity.WARNING)
        .mentioning("'%s' is deprecated".formatted(key))
        .fixedBy("Remove '%s'".formatted(key), V1Text.docker("").replace("    \n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enabled: false",
        "enabled:",
        "enabled: ${ENABLED}",
        "arguments: []",
        "arguments: null",
        "sharedVolumes: true",
        "gpuSupport: null",
        "gpuSupport: false",
        "shmSize: 2g",
        "shmSize: '2G'",
        "platform: {os: Linux}"
      })
  void whatAnExportWritesByItselfIsNot(String line) {
    Check.environment(V1Text.docker(line + "\n")).ignores(CODE);
  }

  @Test
  void jsonIsMendedToo() {
    Check.file(
            "old.json",
            """
            {"name": "a", "docker": {"«enabled»": true, "baseImage": "python:3.12.4"},
             "python": {"userManagedDependencies": true}}
            """)
        .finds(CODE)
        .fixedBy(
            "Remove 'enabled'",
            """
            {"name": "a", "docker": {"baseImage": "python:3.12.4"},
             "python": {"userManagedDependencies": true}}
            """);
  }

  @Test
  void aDefinitionOfTodayIsNotJudged() {
    Check.environment("name: a\nimage: python:3.12.4\ndocker: {enabled: true}\n").ignores(CODE);
  }
}
