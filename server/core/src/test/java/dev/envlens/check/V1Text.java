package dev.envlens.check;

/** Definitions of SDK v1 for tests that are about one part of them. */
final class V1Text {

  /** As SDK v1 writes it, with every key there is. */
  static final String EXPORTED =
      """
      {
          "databricks": {
              "eggLibraries": [],
              "jarLibraries": [],
              "mavenLibraries": [],
              "pypiLibraries": [],
              "rcranLibraries": []
          },
          "docker": {
              "arguments": [],
              "baseDockerfile": null,
              "baseImage": "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240709.v1",
              "baseImageRegistry": {
                  "address": null,
                  "password": null,
                  "registryIdentity": null,
                  "username": null
              },
              "enabled": false,
              "gpuSupport": false,
              "platform": {"architecture": "amd64", "os": "Linux"},
              "sharedVolumes": true,
              "shmSize": "2g"
          },
          "environmentVariables": {"EXAMPLE_ENV_VAR": "EXAMPLE_VALUE"},
          "inferencingStackVersion": null,
          "name": "train",
          "python": {
              "baseCondaEnvironment": null,
              "condaDependencies": {
                  "channels": ["conda-forge"],
                  "dependencies": [
                      "python=3.12",
                      "pip=25.1.1",
                      {"pip": ["azureml-defaults==1.60.0", "numpy>=1.26 ; python_version < '3.13'"]}
                  ],
                  "name": "project_environment"
              },
              "condaDependenciesFile": null,
              "interpreterPath": "python",
              "userManagedDependencies": false
          },
          "r": {
              "bioConductorPackages": null,
              "cranPackages": [],
              "rVersion": null,
              "userManaged": false
          },
          "spark": {"packages": [], "precachePackages": true, "repositories": []},
          "version": "3"
      }
      """;

  private V1Text() {}

  /** With these lines in the section {@code docker}, beside a sound image. */
  static String docker(String lines) {
    return """
        name: train
        docker:
          baseImage: python:3.12.4
        %spython:
          userManagedDependencies: true
        """
        .formatted(lines.indent(2));
  }

  /** With these lines in the section {@code python}. */
  static String python(String lines) {
    return """
        name: train
        docker:
          baseImage: debian:12.6
        python:
        %s"""
        .formatted(lines.indent(2));
  }
}
