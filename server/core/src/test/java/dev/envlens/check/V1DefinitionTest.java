package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V1DefinitionTest {

  private static final String CODE = "v1-definition";
  private static final String FILE = "azureml_environment.json";

  /** The only conversion of a file, and the files that it makes. */
  private static Map<String, String> converted(String path, String text) {
    return converted(Check.file(path, text));
  }

  private static Map<String, String> converted(Check check) {
    var fixes =
        check.findings().stream()
            .filter(finding -> finding.code().equals(CODE))
            .flatMap(finding -> finding.fixes().stream())
            .toList();
    assertEquals(1, fixes.size(), () -> check.findings().toString());
    var made = new LinkedHashMap<>(check.apply(fixes.get(0)));
    made.keySet().removeAll(check.texts().keySet());
    return made;
  }

  private static String hash(String path, MemoryFiles files, String text) {
    var source = new Source(MemoryFiles.uri(path), Yaml.parse(text));
    var definition = Contents.of(source, files).definitions().get(0);
    var hashing = Hashing.of(definition, files);
    assertTrue(hashing instanceof Hashing.Known, () -> hashing + " of " + text);
    return ((Hashing.Known) hashing).hash().hex();
  }

  /** The hash of the v1 file is that of the environment it was converted to. */
  private static void assertSameHash(String path, String text) {
    var files = new MemoryFiles().with(path, text);
    converted(path, text).forEach(files::with);
    assertEquals(
        hash(path, files, text),
        hash("environment.yml", files, converted(path, text).get("environment.yml")));
  }

  @Test
  void anExportHasNothingElseToBeSaidOf() {
    var check =
        Check.file(FILE, V1Text.EXPORTED.replace("\"name\": \"train\"", "«\"name\"»: \"train\""));
    check.finds(CODE).as(Severity.HINT).offering("Convert to 'environment.yml' and 'conda.yml'");
    var codes = check.findings().stream().map(Finding::code).distinct().toList();
    assertTrue(
        codes.stream()
            .noneMatch(
                code ->
                    code.startsWith("deprecated-")
                        || code.equals("runtime-variables")
                        || code.startsWith("base-")
                        || code.startsWith("missing-")),
        codes::toString);
  }

  @Test
  void anImageAndAnInlineCondaDefinitionBecomeTwoFiles() {
    assertEquals(
        Map.of(
            "environment.yml",
            """
            # Made from 'azureml_environment.json'.
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: train
            version: "3"
            image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240709.v1
            conda_file: conda.yml
            """,
            "conda.yml",
            """
            name: project_environment
            channels:
              - conda-forge
            dependencies:
              - python=3.12
              - pip=25.1.1
              - pip:
                  - azureml-defaults==1.60.0
                  - numpy>=1.26 ; python_version < '3.13'
            """),
        converted(FILE, V1Text.EXPORTED));
    assertSameHash(FILE, V1Text.EXPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker: {baseImage: 'python:3.12.4'}\npython: {userManagedDependencies: true}",
        "docker: {baseImage: 'python:3.12.4', platform: {os: Windows}}\n"
            + "python: {userManagedDependencies: true,"
            + " condaDependencies: {dependencies: [python=3.12]}}",
        "docker: {baseImage: 'python:3.12.4'}\n"
            + "python: {condaDependencies: {channels: [b, a], dependencies: [python=3.12, '1e3',"
            + " {pip: []}, {pip: ['a @ https://e.org/a.whl']}], variables: {B: '1', A: 'yes'}}}",
        "docker: {buildContext: {location: 'https://github.com/contoso/images.git#main:a',"
            + " dockerfilePath: Dockerfile.train}}\npython: {userManagedDependencies: true}"
      })
  void theHashStaysTheSame(String text) {
    assertSameHash("old.yml", "name: train\n" + text + "\n");
  }

  @Test
  void aDockerfileBecomesABuildContext() {
    var check =
        Check.file(
            FILE,
            """
            {"name": "train", "docker": {"baseDockerfile": "FROM python:3.12.4\\nRUN pip install numpy==1.26.4"},
             "python": {"userManagedDependencies": true}}
            """);
    assertEquals(
        Map.of(
            "environment.yml",
            """
            # Made from 'azureml_environment.json'.
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: train
            build:
              path: docker
            """,
            "docker/Dockerfile",
            "FROM python:3.12.4\nRUN pip install numpy==1.26.4\n"),
        converted(check));
    assertEquals(
        Set.of("environment.yml", "docker-2/Dockerfile"),
        converted(check.with("docker/notes.txt", "")).keySet());
  }

  @Test
  void condaPackagesBesideADockerfileAreKept() {
    var made =
        converted(
            "old.yml",
            """
            name: train
            docker: {baseDockerfile: "FROM python:3.12.4"}
            python: {condaDependencies: {channels: [conda-forge], dependencies: [python=3.12]}}
            """);
    assertEquals(
        "channels:\n  - conda-forge\ndependencies:\n  - python=3.12\n",
        made.get("docker/conda.yml"));
    assertTrue(
        made.get("environment.yml")
            .contains(
                "# To do: install the packages of 'docker/conda.yml' in 'docker/Dockerfile'.\n"),
        made::toString);
  }

  @Test
  void theFilesThatAV1DefinitionNamesAreUsed() {
    var made =
        converted(
            Check.file(
                    "old.yml",
                    """
                    name: train
                    docker: {baseImage: "python:3.12.4"}
                    python: {condaDependenciesFile: envs/packages.yml}
                    """)
                .with(
                    "envs/packages.yml", "channels: [conda-forge]\ndependencies: [python=3.12]\n"));
    assertEquals(1, made.size());
    assertTrue(made.get("environment.yml").endsWith("conda_file: envs/packages.yml\n"));

    var dockerfile =
        converted(
            Check.file(
                    "old.yml",
                    """
                    name: train
                    docker: {baseDockerfile: images/Dockerfile.train}
                    python: {userManagedDependencies: true}
                    """)
                .with("images/Dockerfile.train", "FROM python:3.12.4\n"));
    assertTrue(
        dockerfile
            .get("environment.yml")
            .endsWith("build:\n  path: images\n  dockerfile_path: Dockerfile.train\n"),
        dockerfile::toString);
  }

  @Test
  void filesThatAreThereAreLeftAlone() {
    var check =
        Check.file(FILE, V1Text.EXPORTED)
            .with("environment.yml", "name: other\nimage: python:3.12.4\n")
            .with("conda.yml", "dependencies: [python=3.12]\n");
    var made = converted(check);
    assertEquals(Set.of("environment-2.yml", "conda-2.yml"), made.keySet());
    assertTrue(made.get("environment-2.yml").endsWith("conda_file: conda-2.yml\n"));
  }

  @Test
  void whatHasNoPlaceIsNamedAndSecretsAreNot() {
    String text =
        converted(
                "old.yml",
                """
                name: train
                version: Autosave_2021-03-02T10:15:00Z_1f2e3d4c
                docker:
                  baseImage: contoso.azurecr.io/train:1
                  baseImageRegistry: {address: contoso.azurecr.io, username: me, password: hunter2}
                  arguments: [--ipc=host]
                  shmSize: 4g
                python: {userManagedDependencies: true, interpreterPath: /opt/python}
                environmentVariables: {OMP_NUM_THREADS: '4', KEY: hunter3}
                spark: {packages: [{group: g, artifact: a, version: '1'}]}
                databricks: {pypiLibraries: [{package: numpy}]}
                r: {rVersion: '4'}
                inferencingStackVersion: latest
                """)
            .get("environment.yml");
    assertFalse(text.contains("hunter"), text);
    assertFalse(text.contains("version:"), text);
    for (String part :
        List.of(
            "(OMP_NUM_THREADS, KEY)",
            "Spark",
            "Databricks",
            "R packages",
            "azureml-inference-server-http",
            "registry",
            "docker_args",
            "shm_size",
            "interpreterPath")) {
      assertTrue(text.contains(part), () -> part + " isn't in\n" + text);
    }
    assertEquals(
        List.of("$schema", "name", "image"),
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "train,              train",
    "AzureML-tutorial,   tutorial",
    "'my training job',  my-training-job",
    "'',                 old"
  })
  void theNameIsOneThatTheServiceTakes(String written, String name) {
    String text =
        converted(
                "old.yml",
                "name: '%s'\ndocker: {baseImage: 'python:3.12.4'}\npython: {userManagedDependencies: true}\n"
                    .formatted(written))
            .get("environment.yml");
    assertTrue(text.contains("\nname: " + name + "\n"), text);
  }

  @Test
  void withoutAnImageACurrentOneIsNamed() {
    String text =
        converted(
                "old.yml", "name: a\npython: {condaDependencies: {dependencies: [python=3.12]}}\n")
            .get("environment.yml");
    assertTrue(text.contains("\nimage: mcr.microsoft.com/azureml/"), text);
    assertTrue(text.contains("# SDK v1 chose the image by itself"), text);
  }

  @Test
  void oneInARunConfigurationIsConvertedToo() {
    var made =
        converted(
            "train.yml",
            """
            script: train.py
            environment:
              docker: {baseImage: "python:3.12.4"}
              python: {userManagedDependencies: true}
            """);
    assertTrue(made.get("environment.yml").contains("\nname: train\n"), made::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\ndocker: {baseImage: 'python:3.12', baseDockerfile: 'FROM a'}\n",
        "name: a\ndocker: {baseImage: 'me:hunter2@contoso.azurecr.io/a:1'}\n",
        "name: a\ndocker: {baseImage: 'python:3.12'}\npython: {condaDependencies: {dependencies: [{pip: a}]}}\n",
        "name: a\ndocker: {baseImage: 'python:3.12'}\npython: {condaDependencies: {dependencies: []}}\n",
        "name: a\ndocker: {baseImage: 'python:3.12'}\npython: {condaDependencies: {dependencies: [\n"
      })
  void whatIsNotSoundIsNotConverted(String text) {
    var fixes =
        Check.file("old.yml", text).findings().stream()
            .filter(finding -> finding.code().equals(CODE))
            .flatMap(finding -> finding.fixes().stream())
            .toList();
    assertEquals(List.of(), fixes);
  }

  @Test
  void aDefinitionOfTodayIsNone() {
    Check.environment("name: a\nimage: python:3.12.4\n").ignores(CODE);
  }
}
