package dev.envlens.check;

import dev.envlens.link.MemoryFiles;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingInferencePackageTest {

  private static final String CODE = "missing-inference-package";

  private static final String ROUTES =
      """
      {liveness_route: {port: 5001, path: /}, readiness_route: {port: 5001, path: /},
        scoring_route: {port: 5001, path: /score}}
      """;

  private static final String ENVIRONMENT =
      "name: serve\nimage: python:3.12.8\nconda_file: conda.yml\n«inference_config»: " + ROUTES;

  private static final String CONTEXT =
      "name: serve\nbuild: {path: docker}\n«inference_config»: " + ROUTES;

  private static final String INSTALL =
      """
      FROM python:3.12.8
      COPY requirements.txt .
      RUN pip install -r requirements.txt
      """;

  private static Check conda(String conda) {
    return Check.environment(ENVIRONMENT).with("conda.yml", conda);
  }

  private static Check quietConda(String conda) {
    return Check.environment(ENVIRONMENT.replaceAll("[«»]", "")).with("conda.yml", conda);
  }

  private static Check quietContext(String dockerfile) {
    return Check.environment(CONTEXT.replaceAll("[«»]", "")).with("docker/Dockerfile", dockerfile);
  }

  @Test
  void aCondaDefinitionWithoutIt() {
    conda(CondaText.pip("numpy==1.26.4"))
        .finds(CODE)
        .as(Severity.WARNING)
        .saying(
            "'inference_config' is for serving a model, but neither azureml-defaults nor"
                + " azureml-inference-server-http is among its packages, so nothing answers its"
                + " requests. Add one, as in 'azureml-defaults==1.60.0'.")
        .fixedBy(
            "Add azureml-defaults==1.60.0 (new hash)",
            "conda.yml",
            CondaText.pip("numpy==1.26.4", "azureml-defaults==1.60.0"));
  }

  @Test
  void aPipListIsMadeWhereThereIsNone() {
    conda(CondaText.with("numpy=1.26.4  # fast"))
        .finds(CODE)
        .fixedBy(
            "Add azureml-defaults==1.60.0 (new hash)",
            "conda.yml",
            CondaText.with("numpy=1.26.4  # fast", "pip=25.1.1", "pip:")
                + "    - azureml-defaults==1.60.0\n");
    conda(CondaText.with("pip=25.1.1").stripTrailing())
        .finds(CODE)
        .fixedBy(
            "Add azureml-defaults==1.60.0 (new hash)",
            "conda.yml",
            CondaText.pip("azureml-defaults==1.60.0").stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channels: [conda-forge]\ndependencies: [python=3.12%s]\n",
        "{\"channels\": [\"conda-forge\"], \"dependencies\": [\"python=3.12\"%s]}\n"
      })
  void listsInBracketsToo(String conda) {
    String added =
        conda.startsWith("{")
            ? ", \"pip=25.1.1\", {\"pip\": [\"azureml-defaults==1.60.0\"]}"
            : ", pip=25.1.1, {pip: [azureml-defaults==1.60.0]}";
    conda(conda.formatted(""))
        .finds(CODE)
        .fixedBy("Add azureml-defaults==1.60.0 (new hash)", "conda.yml", conda.formatted(added));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml-defaults==1.60.0",
        "AzureML_Defaults",
        "azureml-inference-server-http==1.4.0",
        "azureml.defaults[x]>=1",
        "-r lost.txt",
        "-r https://example.org/requirements.txt",
        "./project",
        "-e .",
        "{{packages}}",
        "azureml-${FLAVOUR}",
        "https://example.org/azureml_defaults-1.60.0-py3-none-any.whl"
      })
  void whatMayHaveItIsLeftAlone(String requirement) {
    quietConda(CondaText.pip("numpy==1.26.4", "'" + requirement + "'")).ignores(CODE);
  }

  @Test
  void aCondaPackageCountsAndAnIncludedFileToo() {
    quietConda(CondaText.with("azureml-defaults=1.60.0")).ignores(CODE);
    quietConda(CondaText.pip("-r requirements.txt"))
        .with("requirements.txt", "azureml-defaults==1.60.0\n")
        .ignores(CODE);
    conda(CondaText.pip("-r requirements.txt", "-c limits.txt"))
        .with("requirements.txt", "numpy==1.26.4\n")
        .with("limits.txt", "azureml-defaults<2\n")
        .finds(CODE);
  }

  @Test
  void anEnvironmentThatServesNothingNeedsNone() {
    Check.environment("name: a\nimage: python:3.12.8\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.pip("numpy==1.26.4"))
        .ignores(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json\n",
        "$schema: https://azuremlschemas.azureedge.net/latest/kubernetesOnlineDeployment.schema.json\n",
        "endpoint_name: e\nmodel: azureml:m:1\n",
        "endpoint_name: e\ntype: kubernetes\ninstance_type: small\n"
      })
  void anOnlineDeploymentServes(String head) {
    Check.file("deployment.yml", head + inline("«dependencies»"))
        .finds(CODE)
        .mentioning("An online deployment serves a model with this environment, but");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$schema: https://azuremlschemas.azureedge.net/latest/modelBatchDeployment.schema.json\n",
        "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n",
        "endpoint_name: e\nmodel: azureml:m:1\ncompute: azureml:cpu\nmini_batch_size: 3\n",
        "endpoint_name: e\ntype: batch\nmodel: azureml:m:1\n",
        "type: command\ncommand: python train.py\n"
      })
  void batchDeploymentsAndJobsDoNot(String head) {
    Check.file("deployment.yml", head + inline("dependencies")).ignores(CODE);
  }

  private static String inline(String dependencies) {
    return """
        environment:
          image: python:3.12.8
          conda_file:
            channels: [conda-forge]
            %s: [python=3.12]
        """
        .formatted(dependencies);
  }

  @Test
  void aDeploymentElsewhereThatUsesTheFile() {
    var facts =
        new Facts(
            LocalDate.of(2026, 6, 1),
            definition -> Optional.of(MemoryFiles.uri("deploy/blue.yml")));
    Check.environment("name: a\nimage: python:3.12.8\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.with().replace("dependencies", "«dependencies»"))
        .knowing(facts)
        .finds(CODE)
        .mentioning("The online deployment 'blue.yml' serves a model with this environment, but");
  }

  @Test
  void aBuildContextWithoutIt() {
    Check.environment(CONTEXT)
        .with("docker/Dockerfile", INSTALL)
        .with("docker/requirements.txt", "scipy==1.14.1\nnumpy==1.26.4")
        .finds(CODE)
        .mentioning("is among what the Dockerfile installs")
        .fixedBy(
            "Add azureml-defaults==1.60.0 (new hash)",
            "docker/requirements.txt",
            "scipy==1.14.1\nnumpy==1.26.4\nazureml-defaults==1.60.0\n");
  }

  @Test
  void withoutARequirementsFileThereIsNoFix() {
    Check.environment(CONTEXT)
        .with("docker/Dockerfile", "FROM python:3.12.8 AS a\nRUN pip install numpy\nFROM a\n")
        .finds(CODE)
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM python:3.12.8\nRUN pip install azureml-inference-server-http==1.4.0\n",
        "FROM mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest\n",
        "FROM mcr.microsoft.com/azureml/curated/sklearn-1.5:1\n",
        "FROM example.azurecr.io/own:1\n",
        "FROM $BASE\n",
        "FROM scratch\n",
        "FROM python:3.12.8\nCMD [\"gunicorn\", \"app\"]\n",
        "FROM python:3.12.8 AS a\nENTRYPOINT serve\nFROM a\n",
        "FROM python:3.12.8\nRUN pip install -r /lost.txt\n",
        "FROM python:3.12.8\nCOPY lost.txt .\nRUN pip install -r lost.txt\n",
        "FROM python:3.12.8\nCOPY . .\nRUN pip install .\n",
        "FROM python:3.12.8\nRUN pip install $PACKAGES\n",
        "FROM python:3.12.8\nRUN pip install poetry==1 && poetry install\n",
        "FROM python:3.12.8\nCOPY . .\nRUN ./install.sh\n"
      })
  void whatCannotBeToldOfADockerfileIsLeftAlone(String dockerfile) {
    quietContext(dockerfile).ignores(CODE);
  }

  @Test
  void whatARequirementsFileOfTheContextHasCounts() {
    quietContext(INSTALL)
        .with("docker/requirements.txt", "-r more.txt\n")
        .with("docker/more.txt", "azureml_defaults==1.60.0\n")
        .ignores(CODE);
    quietContext(INSTALL).with("docker/requirements.txt", "-r lost.txt\n").ignores(CODE);
  }

  @Test
  void aBareImageIsLeftAlone() {
    Check.environment("name: a\nimage: python:3.12.8\ninference_config: " + ROUTES).ignores(CODE);
  }

  @Test
  void aV1DefinitionMayHaveTheServiceInstallIt() {
    var served =
        new Facts(LocalDate.of(2026, 6, 1), definition -> Optional.of(MemoryFiles.uri("d.yml")));
    String v1 =
        """
        name: a
        inferencingStackVersion: %s
        python: {condaDependencies: {channels: [conda-forge], %s: [python=3.12]}}
        docker: {baseImage: "python:3.12.8"}
        """;
    Check.environment(v1.formatted("latest", "dependencies")).knowing(served).ignores(CODE);
    Check.environment(v1.formatted("null", "«dependencies»")).knowing(served).finds(CODE);
  }

  @Test
  void whereLinesHaveChecksumsNoneIsAddedWithout() {
    Check.environment("name: a\nbuild: {path: docker}\n«inference_config»: " + ROUTES)
        .with("docker/Dockerfile", INSTALL)
        .with("docker/requirements.txt", "numpy==1.26.4 --hash=sha256:" + "0".repeat(64) + "\n")
        .finds(CODE)
        .unfixed();
  }
}
