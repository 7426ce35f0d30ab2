package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code unknown-environment} and {@code floating-reference}. */
class ReferenceRulesTest {

  private static final String JOB =
      """
      $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
      environment: %s
      """;

  private static final Facts WORKSPACE =
      Answered.nothing()
          .with("train", "2023.1", "image: a/b:1\n")
          .with("train", "3", "image: a/b:3\n")
          .withArchived("train", "4", "image: a/b:4\n")
          .facts();

  private static Check job(String reference) {
    return Check.file("job.yml", JOB.formatted(reference)).knowing(WORKSPACE);
  }

  @ParameterizedTest
  @CsvSource({
    "azureml:train:9, azureml:train:3, Use version 3",
    "azureml:train:2023.2, azureml:train:2023.1, Use version 2023.1",
    "azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices"
        + "/workspaces/w/environments/train/versions/9,"
        + "azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices"
        + "/workspaces/w/environments/train/versions/3, Use version 3",
  })
  void aVersionThatIsNotThereIsReported(String written, String fixed, String title) {
    job("«" + written + "»")
        .finds("unknown-environment")
        .as(Severity.WARNING)
        .mentioning("its newest is '3'")
        .fixedBy(title, JOB.formatted(fixed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml:train:3",
        "azureml:train:4",
        "azureml:AzureML-other:1",
        "azureml:train:${{version}}",
        "azureml://registries/azureml/environments/train/versions/9",
        "file:./environment.yml",
      })
  void whatIsThereOrNobodyKnowsIsNot(String written) {
    job(written).ignores("unknown-environment");
  }

  @ParameterizedTest
  @CsvSource({
    "azureml:tarin:3, azureml:train:3",
    "azureml:trein@latest, azureml:train@latest",
    "azureml:/subscriptions/s/workspaces/w/environments/trian/versions/3,"
        + "azureml:/subscriptions/s/workspaces/w/environments/train/versions/3",
  })
  void aNameThatIsNotThereIsReported(String written, String fixed) {
    job("«" + written + "»")
        .finds("unknown-environment")
        .mentioning("The workspace has no environment")
        .fixedBy("Use 'train'", JOB.formatted(fixed));
  }

  @Test
  void aCuratedReferenceGetsTheNewestKnownVersion() {
    job("«azureml://registries/azureml/environments/sklearn-1.5/labels/latest»")
        .finds("floating-reference")
        .fixedBy(
            "Use version 49",
            JOB.formatted("azureml://registries/azureml/environments/sklearn-1.5/versions/49"));
  }

  @Test
  void nothingIsUnknownBeforeTheWorkspaceHasAnswered() {
    Check.file("job.yml", JOB.formatted("azureml:train:9")).ignores("unknown-environment");
  }

  @ParameterizedTest
  @CsvSource({
    "azureml:train@latest, azureml:train:3",
    "azureml:train, azureml:train:3",
    "'\"azureml:train@latest\"', '\"azureml:train:3\"'",
    "azureml:/subscriptions/s/workspaces/w/environments/train/labels/latest,"
        + "azureml:/subscriptions/s/workspaces/w/environments/train/versions/3",
  })
  void aReferenceWithoutAVersionFloats(String written, String fixed) {
    job("«" + written + "»")
        .finds("floating-reference")
        .as(Severity.HINT)
        .fixedBy("Use version 3", JOB.formatted(fixed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«azureml:other@latest»",
        "«azureml://registries/azureml/environments/train/labels/latest»",
      })
  void withoutAnAnswerThereIsNoFix(String written) {
    job(written).finds("floating-reference").unfixed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"azureml:train:3", "azureml:train@stable", "azureml:{{name}}@latest"})
  void aVersionAndALabelOfOnesOwnStandStill(String written) {
    job(written).ignores("floating-reference");
  }
}
