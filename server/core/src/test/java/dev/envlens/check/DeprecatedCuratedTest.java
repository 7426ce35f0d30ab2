package dev.envlens.check;

import dev.envlens.curated.Curated;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeprecatedCuratedTest {

  private static final Facts FACTS =
      new Facts(LocalDate.of(2026, 6, 1)).knowing(Curated::catalogue);

  private static final String JOB =
      """
      $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
      command: echo
      environment: %s
      """;

  @ParameterizedTest
  @CsvSource({
    "azureml://registries/azureml/environments/stone/versions/3,"
        + "azureml://registries/azureml/environments/fruit/versions/12",
    "azureml://registries/azureml/environments/stone/labels/latest,"
        + "azureml://registries/azureml/environments/fruit/labels/latest",
    "azureml:AzureML-stone:3,azureml://registries/azureml/environments/fruit/versions/12",
  })
  void aReferenceGetsTheSuccessor(String reference, String successor) {
    Check.file("job.yml", JOB.formatted("«" + reference + "»"))
        .knowing(FACTS)
        .finds("deprecated-curated")
        .saying(
            "The curated environment 'stone' is deprecated: Azure ML no longer updates it. Use"
                + " 'fruit'.")
        .fixedBy("Use '%s'".formatted(successor), JOB.formatted(successor));
  }

  @Test
  void whereThereIsNoSuccessorThereIsNoFix() {
    Check.file(
            "job.yml", JOB.formatted("«azureml://registries/azureml/environments/sand/versions/3»"))
        .knowing(FACTS)
        .finds("deprecated-curated")
        .mentioning("Choose another one")
        .unfixed();
  }

  @Test
  void othersAreFine() {
    Check.file(
            "job.yml", JOB.formatted("azureml://registries/azureml/environments/fruit/versions/9"))
        .knowing(FACTS)
        .ignores("deprecated-curated");
    Check.file("job.yml", JOB.formatted("azureml:stone:3"))
        .knowing(FACTS)
        .ignores("deprecated-curated");
  }

  @Test
  void anImageGetsTheSuccessors() {
    Check.environment(
            """
            name: train
            image: «mcr.microsoft.com/azureml/curated/stone:3»
            """)
        .knowing(FACTS)
        .finds("deprecated-curated")
        .fixedBy(
            "Use 'mcr.microsoft.com/azureml/curated/fruit:12' (new hash)",
            """
            name: train
            image: mcr.microsoft.com/azureml/curated/fruit:12
            """);
  }

  @Test
  void soDoesADockerfile() {
    Check.environment("name: train\nbuild:\n  path: context\n")
        .with("context/Dockerfile", "FROM «mcr.microsoft.com/azureml/curated/stone:3»\n")
        .knowing(FACTS)
        .finds("deprecated-curated")
        .fixedBy(
            "Use 'mcr.microsoft.com/azureml/curated/fruit:12' (new hash)",
            "context/Dockerfile",
            "FROM mcr.microsoft.com/azureml/curated/fruit:12\n");
  }
}
