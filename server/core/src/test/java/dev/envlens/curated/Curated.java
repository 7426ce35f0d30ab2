package dev.envlens.curated;

import dev.envlens.curated.CuratedEnvironment.Deprecation;
import dev.envlens.curated.CuratedSources.OtherFile;
import dev.envlens.curated.CuratedSources.PackageFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue for tests: {@code fruit} in two known versions, {@code stone} is deprecated. */
public final class Curated {

  private static final String IMAGE = "mcr.microsoft.com/azureml/curated/";

  public static final String DOCKERFILE =
      """
      FROM mcr.microsoft.com/azureml/base:{{latest-image-tag}}
      COPY conda.yaml .
      RUN conda env create -f conda.yaml
      """;

  public static final String CONDA =
      """
      channels:
        - conda-forge
        - anaconda
      dependencies:
        - python=3.10
        - numpy=1.26.4
        - pip=25.0
        - pip:
            - azureml-core=={{latest-pypi-version}}
            - joblib==1.2.0
      """;

  public static final String REQUIREMENTS = "tqdm==4.66.3\nregex==2024.1.1\n";

  private Curated() {}

  public static CuratedEnvironment fruit() {
    return new CuratedEnvironment(
        "fruit",
        IMAGE + "fruit",
        "tests",
        Optional.empty(),
        List.of(
            new CuratedVersion(Optional.of("9"), Optional.empty()),
            new CuratedVersion(Optional.of("12"), Optional.empty()),
            new CuratedVersion(Optional.empty(), Optional.of(sources()))));
  }

  private static CuratedSources sources() {
    return new CuratedSources(
        CuratedFiles.hash("Dockerfile", context()),
        Optional.of("mcr.microsoft.com/azureml/base:" + Open.ANY),
        "Dockerfile",
        StepLines.of(DOCKERFILE),
        List.of(
            new PackageFile(
                "conda.yaml",
                List.of("conda-forge", "anaconda"),
                List.of("python=3.10", "numpy=1.26.4", "pip=25.0"),
                List.of(Open.of("azureml-core=={{latest-pypi-version}}"), "joblib==1.2.0")),
            new PackageFile(
                "requirements.txt",
                List.of(),
                List.of(),
                List.of("tqdm==4.66.3", "regex==2024.1.1"))),
        List.of(new OtherFile("entry.sh", Optional.empty())));
  }

  public static Map<String, String> context() {
    return Map.of(
        "Dockerfile",
        DOCKERFILE,
        "conda.yaml",
        CONDA,
        "requirements.txt",
        REQUIREMENTS,
        "entry.sh",
        "echo {{now}}\n");
  }

  public static Catalogue catalogue() {
    return new Catalogue(
        "tests",
        "2026-06-01",
        List.of(
            fruit(),
            new CuratedEnvironment(
                "stone",
                IMAGE + "stone",
                "tests",
                Optional.of(new Deprecation(Optional.of("fruit"))),
                List.of()),
            new CuratedEnvironment(
                "sand",
                IMAGE + "sand",
                "tests",
                Optional.of(new Deprecation(Optional.empty())),
                List.of())));
  }
}
