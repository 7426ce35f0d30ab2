package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.definition.ReferenceTarget.InFile;
import dev.envlens.definition.ReferenceTarget.Named;
import dev.envlens.definition.ReferenceTarget.Unrecognized;
import dev.envlens.link.MemoryFiles;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTargetTest {

  private static final String WORKSPACE =
      "azureml:/subscriptions/s/resourceGroups/g/providers/"
          + "Microsoft.MachineLearningServices/workspaces/w/environments/";

  private static ReferenceTarget of(String text) {
    return ReferenceTarget.of(MemoryFiles.uri("jobs/job.yml"), text);
  }

  private static Named named(String registry, String name, String version, String label) {
    return new Named(
        Optional.ofNullable(registry),
        name,
        Optional.ofNullable(version),
        Optional.ofNullable(label));
  }

  @ParameterizedTest
  @CsvSource({
    "azureml:train:3, , train, 3, ",
    "azureml:train, , train, , ",
    "azureml:train@latest, , train, , latest",
    "azureml:AzureML-sklearn-1.0:22.02-py3, , AzureML-sklearn-1.0, 22.02-py3, ",
    "azureml://registries/azureml/environments/sklearn/versions/5, azureml, sklearn, 5, ",
    "azureml://registries/r/environments/sklearn/labels/latest, r, sklearn, , latest",
    "azureml://registries/r/environments/sklearn, r, sklearn, , ",
  })
  void namesAreRead(String text, String registry, String name, String version, String label) {
    assertEquals(named(registry, name, version, label), of(text));
  }

  @Test
  void theIdOfAWorkspacesEnvironmentIsRead() {
    assertEquals(named(null, "train", "3", null), of(WORKSPACE + "train/versions/3"));
    assertEquals(named(null, "train", null, "latest"), of(WORKSPACE + "train/labels/latest"));
    assertEquals(named(null, "train", null, null), of(WORKSPACE + "train"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "train:3",
        "",
        "azureml:",
        "azureml::3",
        "azureml:train:",
        "azureml:train:3:4",
        "azureml:train@",
        "azureml:train:3@latest",
        "azureml:/train",
        "azureml://registries/r/models/m/versions/1",
        "azureml://registries/r/environments/e/versions/",
        "azureml://registries/r/environments/e/versions/1/x",
        "azureml:/subscriptions/s/models/m/versions/1",
        "AZUREML:train:3",
        "./env.yml",
        "https://example.com/env.yml",
        "${{parent.inputs.environment}}",
      })
  void whatIsOfNoKnownFormIsSaidToBe(String text) {
    assertEquals(new Unrecognized(), of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "file:./env.yml, jobs/env.yml",
    "file:env.yml, jobs/env.yml",
    "file:../envs/a b.yml, envs/a b.yml",
    "file:///project/env.yml, env.yml",
    "file://./env.yml, jobs/env.yml",
  })
  void aFileIsFoundFromTheFolder(String text, String path) {
    assertEquals(new InFile(Optional.of(MemoryFiles.uri(path))), of(text));
  }

  @Test
  void anUnsavedFileHasNoFolder() {
    assertEquals(
        new InFile(Optional.empty()),
        ReferenceTarget.of(URI.create("untitled:Untitled-1"), "file:env.yml"));
  }
}
