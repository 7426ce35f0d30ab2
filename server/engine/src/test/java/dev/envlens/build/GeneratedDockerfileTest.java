package dev.envlens.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedDockerfileTest {

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder, Map.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private BuildPlan plan(String text) {
    var request = bench.file("env.yml", text).request("env.yml");
    return BuildPlan.of(request.definition(), request.surroundings());
  }

  @Test
  void anImageAloneIsOneLine() {
    var plan = plan("name: a\nimage: python:3.12\n");
    assertEquals(
        """
        # Makes %s.
        # envlens writes this anew from the definition for each build.

        # The base image
        FROM python:3.12
        """
            .formatted(plan.hash().repository()),
        plan.dockerfile().shown());
  }

  @Test
  void condaComesSecond() {
    var plan =
        plan(
            """
            name: a
            image: python:3.12
            conda_file:
              channels: [conda-forge]
              dependencies: ['numpy >=1,<2', 'yes', pip, {pip: ['a[b]==1; python_version < "3.9"']}]
            """);
    String prefix = "/azureml-envs/azureml_" + plan.hash().hex().substring(0, 32);
    assertEquals(
        """
        # Makes %2$s.
        # envlens writes this anew from the definition for each build.

        # The base image
        FROM python:3.12

        # The conda environment
        USER root
        WORKDIR /azureml-environment-setup
        COPY conda.yml ./
        RUN set -e; \\
            export CONDA_ALWAYS_YES=true MAMBA_ALWAYS_YES=true PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1; \\
            if command -v conda >/dev/null 2>&1; then \\
              conda env create -p %1$s -f conda.yml && conda clean --all --yes; \\
            elif command -v mamba >/dev/null 2>&1; then \\
              mamba env create -p %1$s -f conda.yml && mamba clean --all --yes; \\
            elif command -v micromamba >/dev/null 2>&1; then \\
              micromamba create -p %1$s -f conda.yml && micromamba clean --all --yes; \\
            else \\
              echo 'conda: not found, nor mamba or micromamba: choose a base image with one on its PATH.' >&2; \\
              exit 127; \\
            fi
        ENV AZUREML_CONDA_ENVIRONMENT_PATH=%1$s
        ENV PATH=%1$s/bin:$PATH
        ENV LD_LIBRARY_PATH=%1$s/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        ENV AZUREML_ENVIRONMENT_IMAGE=True

        # conda.yml:
        #   channels:
        #     - conda-forge
        #   dependencies:
        #     - "numpy >=1,<2"
        #     - "yes"
        #     - pip
        #     - pip:
        #         - "a[b]==1; python_version < \\"3.9\\""
        """
            .formatted(prefix, plan.hash().repository()),
        plan.dockerfile().shown());
  }

  @Test
  void sparkPackagesAreResolvedAfterTheUsersSteps() {
    String text =
        plan("""
                name: a
                docker: {baseDockerfile: "FROM spark:3\\nRUN true"}
                python: {userManagedDependencies: true}
                spark:
                  repositories: ['https://repo.example.com/maven']
                  packages: [{group: g, artifact: a, version: '1'}, {group: h, artifact: b, version: '2'}]
                  precachePackages: true
                """)
            .dockerfile()
            .text();
    assertTrue(text.startsWith("FROM spark:3\nRUN true\n\n# Spark"), text);
    assertTrue(
        text.contains(" --repositories https://repo.example.com/maven --packages g:a:1,h:b:2 "),
        text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a, image: python:3, os_type: windows|it is for Windows",
        "name: a, build: {path: 'https://github.com/a/b.git'}|isn't on this machine",
        "name: a, build: {path: nowhere}|isn't there",
        "name: a, image: '{{image}}'|placeholder",
        "name: a, image: 'UPPER CASE'|no valid name",
        "name: a, image: python:3, conda_file: {dependencies: [{pip: ['--index-url https://u:hunter2@example.com/s']}]}|Docker's configuration",
        "name: a, image: python:3, conda_file: {dependencies: [pip], variables: {'A B': c}}|'A B'"
      })
  void whatCannotBeBuiltIsRefused(String definition, String why) {
    var refused = assertThrows(BuildRefused.class, () -> plan("{" + definition + "}"));
    assertTrue(refused.getMessage().contains(why), refused::getMessage);
    assertTrue(!refused.getMessage().contains("hunter2"), refused::getMessage);
  }

  @Test
  void aRebuildSaysWhatItWouldMove() {
    var plan =
        plan(
            """
            name: a
            image: python:3.12
            conda_file: {dependencies: [numpy, scipy==1.11.4, {pip: [flask, 'requests==2.31.0']}]}
            """);
    var preview = RebuildPreview.of(plan, true, List.of("other:2"));
    assertEquals(List.of("numpy", "flask"), preview.unpinned());
    assertEquals(List.of("python:3.12"), preview.floatingBases());
    assertEquals("Get the new image too: other:2.", preview.sentences().get(3));
  }
}
