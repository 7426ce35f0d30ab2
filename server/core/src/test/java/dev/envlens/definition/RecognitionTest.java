package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.schema.Format;
import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

  private static void assertHolds(String expected, String text) {
    var given = Given.file(text);
    assertEquals(expected, given.summary(), text);
    assertEquals(!expected.isEmpty(), given.contents().isOurs(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://azuremlschemas.azureedge.net/latest/environment.schema.json",
        "http://azuremlschemas.azureedge.net/latest/environment.schema.json",
        "https://azuremlschemas.azureedge.net/2024-04-01/environment.schema.json",
        "https://azuremlschemasprod.azureedge.net/latest/Environment.schema.json",
        "../schemas/environment.schema.json",
      })
  void theSchemaMakesAnEnvironmentWhateverElseIsThere(String schema) {
    assertHolds("file", "$schema: %s\nkind: x\nanything: [1]\n".formatted(schema));
    assertHolds("file", "$schema: %s\n".formatted(schema));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoMLJob",
        "autoMLImageClassificationJob",
        "batchDeployment",
        "commandComponent",
        "commandJob",
        "importJob",
        "kubernetesOnlineDeployment",
        "managedOnlineDeployment",
        "modelBatchDeployment",
        "parallelComponent",
        "parallelJob",
        "pipelineComponent",
        "pipelineComponentBatchDeployment",
        "pipelineJob",
        "sparkComponent",
        "sparkJob",
        "sweepJob",
      })
  void theSchemaOfAHostIsEnough(String name) {
    assertHolds(
        "inline /environment",
        """
        $schema: https://azuremlschemas.azureedge.net/latest/%s.schema.json
        environment:
          imge: half typed
        """
            .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://azuremlschemas.azureedge.net/latest/model.schema.json",
        "https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json",
        "https://azuremlschemas.azureedge.net/latest/data.schema.json",
        "https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json",
        "https://json.schemastore.org/environment.json",
        "https://example.com/job.schema.json",
        "https://example.com/environment.schema.json",
        "https://raw.githubusercontent.com/devcontainers/spec/main/schemas/devContainer.schema.json",
      })
  void anotherSchemaSaysNo(String schema) {
    assertHolds(
        "",
        """
        $schema: %s
        name: x
        image: python
        conda_file: conda.yml
        environment: azureml:x:1
        """
            .formatted(schema));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: x, image: python}",
        "{version: 1, image: python}",
        "{image: python, conda_file: c.yml}",
        "{image: python, inference_config: {}}",
        "{image: python, os_type: linux}",
        "{name: x, build: {path: .}}",
        "{name: x, build: {}}",
        "{name: x, build: {pat: .}}",
        "{version: 2, build: {path: .}}",
        "{os_type: linux, build: {local_path: .}}",
        "{build: {dockerfile_path: D}, inference_config: {}}",
        "{image: python, build: {path: .}}",
        "{conda_file: c.yml, build: {path: .}}",
        "{name: x, conda_file: c.yml}",
        "{name: x, conda_file: {dependencies: [python]}}",
        "{name: x, image: python, conda_fil: c.yml, descripton: y}",
        "{nmae: x, version: 1, image: python}",
        "{name: x, image: python, vesrion: 2, tgas: {a: b}, descripton: y}",
        "{name: x, conda_file: c.yml, a: 1, b: 2, c: 3, d: 4}",
        "{name: x, build: {path: .}, a: 1, b: 2, c: 3, d: 4}",
        "{name: x, image: python, channels: [a], dependencies: [b]}",
        "{\"name\": \"x\", \"image\": \"python\", \"version\": \"1\"}",
        "name: x\nimage:\n",
        "name: x\nimage: \n\ncon",
        "name: x\nbuild:\n  path:\n",
        "name: x\nimage: \"python\nconda_file: c.yml\n",
        "name: x\nimage: python\ntags: [a\n",
        "name: x\nimage: python:{{tag}}\n",
        "name: x\nimage: {{image}}\n",
      })
  void theKeysOfAnEnvironmentAreEnough(String text) {
    assertHolds("file", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // AppVeyor, Ansible's roles, a person's page, a flat chart's values, a build specification.
        "{version: '1.0.{build}', image: Visual Studio 2022, build: {project: a.sln}}",
        "{dependencies: [common, {role: x}]}",
        "{name: Ada, image: /img/ada.png, role: dev}",
        "{name: Ada, image: ada.svg, version: 1}",
        "{name: a, version: 1, image: python, replicaCount: 2}",
        "{name: a, image: python, phases: {}}",
        // Too little to go by.
        "{image: python}",
        "{build: {path: .}}",
        "{conda_file: c.yml}",
        "{name: x, version: 1}",
        "{name: x, description: y, tags: {a: b}}",
        "image: python",
        "- name: x\n  image: python\n",
        "text",
        "",
        // Compose, its overrides and parts of them.
        "{name: x, image: a, services: {web: {image: b}}}",
        "{services: {web: {environment: {image: a, name: b}}}}",
        "{version: '3', services: {web: {build: {context: .}}}}",
        "{name: x, image: a, environment: {A: b}, volumes: [c]}",
        "{name: x, image: a, ports: [80]}",
        "{image: a, container_name: x, name: y}",
        // Workflows and pipelines of others.
        "{name: x, on: push, jobs: {a: {environment: {name: prod, url: u}}}}",
        "{name: x, image: a, jobs: {b: {steps: []}}}",
        "{name: x, runs: {using: docker, image: Dockerfile}}",
        "{image: python, build: {stage: build, script: [make]}, variables: {A: b}}",
        "{image: python, stages: [a], deploy: {environment: {name: prod}}}",
        "{name: x, image: python, pipelines: {default: []}}",
        "{trigger: [main], pool: {vmImage: u}, jobs: [{deployment: d, environment: prod}]}",
        "{trigger: [main], stages: [{jobs: [{deployment: d, environment: {name: p}}]}]}",
        "{version: 1.0, image: Visual Studio 2022, environment: {A: b}, install: [c]}",
        "{version: 2, build: {os: ubuntu-22.04, tools: {python: '3.12'}}}",
        // Kubernetes, Helm and values for it.
        "{apiVersion: v1, kind: Pod, name: x, image: a}",
        "{apiVersion: v2, name: x, version: 1, dependencies: [{name: a, version: 1}]}",
        "{name: x, image: {repository: a, tag: b}, version: 1}",
        "{name: x, image: a, replicas: 3}",
        "{name: web, image: a, env: [{name: A, value: b}]}",
        // Image templates and other files with an image and a name.
        "{name: x, image: a, context: {files: []}, publish: {to: b}}",
        "{name: x, version: 1, image: {name: a, os: linux, context: {dir: c}}}",
        "{name: x, version: 1, slug: x, arch: [a], image: a, startup: b, boot: c, options: {}}",
        "{\"name\": \"Python\", \"image\": \"python:3\"}",
        "{\"name\": \"Python\", \"image\": \"python:3\", \"features\": {}}",
      })
  void whatBelongsToOthersIsLeftAlone(String text) {
    assertHolds("", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{dependencies: [python]}",
        "{name: x, channels: [c], dependencies: [python, {pip: [numpy]}]}",
        "{channels: [c], dependencies: [{pip: [numpy]}]}",
        "{channels: [c], dependencies: []}",
        "{name: x, dependencies: []}",
        "{name: x, prefix: /opt, variables: {A: b}, dependencies: [python]}",
        "{name: x, chanels: [c], dependencies: [python]}",
        "{channels: [c], dependencies: [python], platforms: [linux-64]}",
        "{\"channels\": [\"c\"], \"dependencies\": [\"python\"]}",
        "channels: [c]\ndependencies:\n",
        "name: x\ndependencies:\n  - python\n  - \n",
        "name: x\ndependencies:\n  - python\n  - pip:\n    - numpy\n   - broken\n",
      })
  void aListOfDependenciesMakesACondaFile(String text) {
    assertHolds("conda", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // MLflow's python_env.yaml.
        "{python: '3.10', build_dependencies: [pip], dependencies: [-r requirements.txt]}",
        // A lock of conda-lock.
        "{version: 1, metadata: {channels: []}, package: [{name: a}]}",
        // Ansible.
        "{galaxy_info: {author: a}, dependencies: []}",
        "{galaxy_info: {author: a}, dependencies: [geerlingguy.java]}",
        "{dependencies: [{role: a}, {role: b}]}",
        "{dependencies: []}",
        // Dart, Crystal, Haskell, C++, Helm.
        "{name: x, dependencies: {flutter: {sdk: flutter}}}",
        "{name: x, version: 1, license: MIT, author: a, library: {}, dependencies: [base]}",
        "{\"name\": \"x\", \"version\": \"1\", \"dependencies\": [\"fmt\"]}",
        "{dependencies: [{name: redis, version: 1, repository: u}]}",
        // Interfaces.
        "{openapi: 3.0.0, info: {title: x}, paths: {}}",
        "{asyncapi: 2.0.0, info: {}, channels: {a: {}}}",
        "{name: x, jobs: {a: 1}, dependencies: [b]}",
      })
  void otherListsOfDependenciesAreNone(String text) {
    assertHolds("", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"python\": {\"condaDependencies\": {}}}",
        "{\"python\": {\"condaDependenciesFile\": \"c.yml\"}}",
        "{\"name\": \"x\", \"python\": {\"userManagedDependencies\": false}}",
        "{\"python\": {\"interpreterPath\": null}}",
        "{\"docker\": {\"baseImage\": null}}",
        "{\"docker\": {\"baseDockerfile\": \"FROM a\"}}",
        "{\"docker\": {\"buildContext\": {}}}",
        "name: x\nversion: null\npython:\n  interpreterPath: python\n",
      })
  void theSectionsOfV1AreKnown(String text) {
    assertHolds("v1", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{python: '3.10', docker: true}",
        "{python: {version: 3}, docker: {image: a}}",
        "{python: [condaDependencies], docker: baseImage}",
      })
  void otherSectionsOfThatNameAreNot(String text) {
    assertHolds("", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        // Hosts by shape.
        "{type: command, environment: {image: a}} | inline /environment",
        "{command: run, environment: {conda_file: c.yml}} | inline /environment",
        "{model: m, environment: {build: {path: .}}} | inline /environment",
        "{code: src, environment: azureml:x:1} | reference /environment",
        "{endpoint_name: e, environment: file:./env.yml} | reference /environment",
        "{type: managed, environment: azureml:x@latest} | reference /environment",
        "{type: kubernetes, environment: {image: a}} | inline /environment",
        "{script: s.py, environment: {python: {interpreterPath: p}}} | v1 /environment",
        "{target: local, environment: {docker: {baseImage: a}}} | v1 /environment",
        // What may be anybody's, or half typed, isn't taken for one of ours.
        "{command: run, environment: {A: b}} | ''",
        "{command: run, environment: production} | ''",
        "{command: run, environment: } | ''",
        "{environment: {image: a}} | ''",
        "{type: docker, environment: {image: a}} | ''",
        // Nested ones.
        "{type: pipeline, jobs: {a: {environment: {image: b}}}} | inline /jobs/a/environment",
        "{type: pipeline, jobs: {a: {component: {environment: azureml:x:1}}}}"
            + " | reference /jobs/a/component/environment",
        "{type: pipeline, jobs: {a/b: {trial: {environment: azureml:x:1}}}}"
            + " | reference /jobs/a~1b/trial/environment",
        "{type: parallel, task: {environment: {image: b}}} | inline /task/environment",
        "{type: sweep, trial: {environment: {image: b}}} | inline /trial/environment",
        "{type: pipeline, jobs: {environment: {command: c, environment: {image: a}}}}"
            + " | inline /jobs/environment/environment",
        "{type: pipeline, jobs: {environment: {type: command, image: a}}} | ''",
        // Free-form maps.
        "{type: command, environment_variables: {environment: azureml:x:1}} | ''",
        "{type: command, environment: azureml:x:1, inputs: {environment: azureml:y:1}}"
            + " | reference /environment",
        "{type: pipeline, jobs: {a: {outputs: {environment: {image: a}}}}} | ''",
        "{type: sweep, trial: {}, search_space: {environment: azureml:x:1}} | ''",
        "{type: command, tags: {environment: azureml:x:1}, environment: azureml:z:1}"
            + " | reference /environment",
      })
  void environmentsAreFoundWhereTheyStand(String text, String expected) {
    assertHolds(expected.equals("''") ? "" : expected, text);
  }

  @Test
  void aRunConfigurationHoldsAV1Definition() {
    assertHolds(
        "v1 /environment",
        """
        framework: Python
        script: train.py
        arguments: []
        target: cpu-cluster
        docker:
          useDocker: true
        environment:
          python:
            userManagedDependencies: false
            condaDependencies:
              dependencies: [python=3.10]
        """);
  }

  @Test
  void everyDocumentCountsByItself() {
    var given =
        Given.file(
            """
            name: a
            image: python
            ---
            kind: Pod
            ---
            type: command
            environment: {image: b}
            ---
            dependencies: [python]
            ---
            """);
    assertEquals("file, inline /environment, conda", given.summary());
    assertTrue(given.contents().defines());
  }

  @Test
  void anEnvironmentBehindAnAliasIsFoundAtEveryPlace() {
    assertHolds(
        "inline /jobs/a/environment, inline /jobs/b/environment",
        """
        type: pipeline
        settings: {x: &env {image: python}}
        jobs:
          a: {environment: *env}
          b: {environment: {<<: *env, os_type: linux}}
        """);
  }

  @Test
  void aFileThatOnlyHoldsOneDefinesNone() {
    assertFalse(Given.file("{type: command, environment: {image: a}}").contents().defines());
  }

  @Test
  void everyKeyOfTheSchemaIsKnown() {
    Set<String> keys =
        new KeyDocs(Format.ENVIRONMENT)
            .keysAt(List.of()).stream().map(KeyDoc::name).collect(Collectors.toSet());
    var known = new HashSet<>(keys);
    known.addAll(List.of("channels", "dependencies"));
    assertEquals(known, Recognition.KNOWN_ENVIRONMENT_KEYS);
  }
}
