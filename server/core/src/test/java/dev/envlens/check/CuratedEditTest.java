package dev.envlens.check;

import dev.envlens.curated.Curated;
import dev.envlens.curated.CuratedFiles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CuratedEditTest {

  private static final Facts FACTS =
      new Facts(LocalDate.of(2026, 6, 1)).knowing(Curated::catalogue);

  private static final CuratedFiles ON_IMAGE = CuratedFiles.of(Curated.fruit(), "9", "mine");
  private static final CuratedFiles OF_SOURCES =
      CuratedFiles.ofSources(
          Curated.fruit(), Optional.empty(), "mine", "Dockerfile", Curated.context());

  private static Check check(CuratedFiles files, Map<String, String> edited) {
    var all = new HashMap<>(files.files());
    all.putAll(edited);
    var check = Check.file(CuratedFiles.ENVIRONMENT, all.remove(CuratedFiles.ENVIRONMENT));
    for (var file : all.entrySet()) {
      check = check.with(file.getKey(), file.getValue());
    }
    return check.knowing(FACTS);
  }

  private static Check dockerfile(String text) {
    return check(ON_IMAGE, Map.of("context/Dockerfile", text));
  }

  private static Check conda(String from, String to) {
    return check(OF_SOURCES, Map.of("context/conda.yaml", Curated.CONDA.replace(from, to)));
  }

  @Test
  void whatWasWrittenIsClean() {
    check(ON_IMAGE, Map.of()).findsNothing();
    check(OF_SOURCES, Map.of()).ignores("curated-edit");
  }

  @Test
  void anAddedInstructionIsNamedAtItsLine() {
    dockerfile(
            """
            FROM mcr.microsoft.com/azureml/curated/fruit:9
            «RUN pip install --no-cache-dir numpy==1.26.4»
            """)
        .finds("curated-edit")
        .saying(
            "Unlike the curated environment 'fruit:9' that it was made from, this one has 'RUN pip"
                + " install --no-cache-dir numpy==1.26.4'. So it is a custom environment now, and"
                + " its image must be built.")
        .offering(
            "Restore the curated definition (new hash)",
            "Keep the changes as an environment of your own")
        .fixedBy(
            "Restore the curated definition (new hash)",
            "context/Dockerfile",
            "FROM mcr.microsoft.com/azureml/curated/fruit:9\n");
  }

  @Test
  void keepingForgetsTheOrigin() {
    dockerfile("«FROM mcr.microsoft.com/azureml/curated/fruit:12»\n")
        .finds("curated-edit")
        .mentioning("instead of 'FROM mcr.microsoft.com/azureml/curated/fruit:9'")
        .fixedBy(
            "Keep the changes as an environment of your own",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: mine
            build:
              path: context
            """);
  }

  @Test
  void aFileBesidesIsNamedAtTheContext() {
    check(
            ON_IMAGE,
            Map.of(
                CuratedFiles.ENVIRONMENT,
                ON_IMAGE
                    .files()
                    .get(CuratedFiles.ENVIRONMENT)
                    .replace("path: context", "path: «context»"),
                "context/more.txt",
                "more"))
        .finds("curated-edit")
        .mentioning("has the file 'more.txt' besides");
  }

  @Test
  void anotherImageIsNamed() {
    check(
            ON_IMAGE,
            Map.of(
                CuratedFiles.ENVIRONMENT,
                ON_IMAGE
                    .files()
                    .get(CuratedFiles.ENVIRONMENT)
                    .replace("build:\n  path: context", "image: «python:3.12»")))
        .finds("curated-edit")
        .mentioning("has an image instead of the build context");
  }

  @Test
  void undoingTheEditClearsIt() {
    dockerfile("FROM mcr.microsoft.com/azureml/curated/fruit:9\n").ignores("curated-edit");
  }

  @Test
  void aPlaceholderThatWasFilledInIsNoEdit() {
    check(
            OF_SOURCES,
            Map.of(
                "context/Dockerfile",
                Curated.DOCKERFILE.replace("{{latest-image-tag}}", "20260901.v1"),
                "context/conda.yaml",
                Curated.CONDA.replace("{{latest-pypi-version}}", "1.62.0"),
                "context/entry.sh",
                "echo now\n"))
        .ignores("curated-edit")
        .ignores("order-only-change");
  }

  @ParameterizedTest
  @CsvSource({
    "numpy=1.26.4, «numpy=2.0.0», has 'numpy=2.0.0' instead of 'numpy=1.26.4'",
    "joblib==1.2.0, «joblib==1.3.0», has 'joblib==1.3.0' instead of 'joblib==1.2.0'",
    "azureml-core=={{latest-pypi-version}}, «azureml-core>=1.6», instead of 'azureml-core==…'",
  })
  void aPackageIsNamedAtItsLine(String from, String to, String words) {
    conda(from, to).finds("curated-edit").mentioning(words);
  }

  @Test
  void aPackageIsPutBack() {
    conda("numpy=1.26.4", "«numpy=2.0.0»")
        .finds("curated-edit")
        .fixedBy("Restore 'numpy=1.26.4' (new hash)", "context/conda.yaml", Curated.CONDA);
  }

  @Test
  void anAddedPackageIsTakenOut() {
    conda("  - pip=25.0\n", "  - pip=25.0\n  - «pandas=2.2.3»\n")
        .finds("curated-edit")
        .fixedBy("Remove 'pandas=2.2.3' (new hash)", "context/conda.yaml", Curated.CONDA);
  }

  @Test
  void anAddedChannelIsTakenOut() {
    conda("  - anaconda\n", "  - anaconda\n  - «nvidia»\n")
        .finds("curated-edit")
        .mentioning("has the channel 'nvidia' besides")
        .fixedBy("Remove 'nvidia' (new hash)", "context/conda.yaml", Curated.CONDA);
  }

  @Test
  void aMissingPackageIsMissingFromItsList() {
    check(
            OF_SOURCES,
            Map.of(
                "context/conda.yaml",
                Curated.CONDA
                    .replace("  - numpy=1.26.4\n", "")
                    .replace("dependencies:", "«dependencies»:")))
        .finds("curated-edit")
        .mentioning("lacks the package 'numpy=1.26.4'");
  }

  @Test
  void aRequirementIsNamedAtItsLine() {
    check(OF_SOURCES, Map.of("context/requirements.txt", "«tqdm==4.67.0»\nregex==2024.1.1\n"))
        .finds("curated-edit")
        .fixedBy(
            "Restore 'tqdm==4.66.3' (new hash)", "context/requirements.txt", Curated.REQUIREMENTS);
  }

  @Test
  void anUnknownOriginSaysNothing() {
    check(OF_SOURCES, Map.of("context/entry.sh", "echo\n"))
        .knowing(new Facts(LocalDate.of(2026, 6, 1)))
        .ignores("curated-edit");
  }
}
