package dev.envlens.check;

import dev.envlens.image.BaseImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingImageTest {

  private static final String USUAL = BaseImages.shipped().usual().image();

  private static final String SCHEMA =
      "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n";

  @Test
  void anImageIsAddedBelowTheName() {
    Check.environment(SCHEMA + "«name»: train # it\nversion: 1\nos_type: linux\n")
        .finds("missing-image")
        .as(Severity.ERROR)
        .fixedBy(
            "Start from '%s'".formatted(USUAL),
            SCHEMA + "name: train # it\nversion: 1\nimage: %s\nos_type: linux\n".formatted(USUAL));
  }

  @Test
  void anInlineEnvironmentNeedsOneToo() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: {«os_type»: linux}
            """)
        .finds("missing-image")
        .fixedBy(
            "Start from '%s'".formatted(USUAL),
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: {image: %s, os_type: linux}
            """
                .formatted(USUAL));
  }

  @Test
  void aV1DefinitionWithoutAnyOfTheThree() {
    Check.file(
            "azureml_environment.json",
            """
            {
              «"name"»: "train",
              "python": {"userManagedDependencies": true},
              "docker": {"baseImage": null, "baseDockerfile": null}
            }
            """)
        .finds("missing-image")
        .fixedBy(
            "Start from '%s'".formatted(USUAL),
            """
            {
              "name": "train",
              "python": {"userManagedDependencies": true},
              "docker": {"baseImage": "%s", "baseDockerfile": null}
            }
            """
                .formatted(USUAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image: a:1", "image:", "build:", "build: {path: .}", "x: {"})
  void whatIsThereOrHalfTypedOrUnreadableIsNotMissing(String line) {
    Check.environment(SCHEMA + "name: train\n%s\n".formatted(line)).ignores("missing-image");
  }

  @Test
  void sdkV1HasAnImageOfItsOwn() {
    Check.file("env.yml", "name: a\npython: {userManagedDependencies: true}\n")
        .ignores("missing-image");
  }
}
