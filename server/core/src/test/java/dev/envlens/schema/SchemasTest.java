package dev.envlens.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.envlens.schema.SchemaProblem.InvalidValue;
import dev.envlens.schema.SchemaProblem.MissingKey;
import dev.envlens.schema.SchemaProblem.StaleKey;
import dev.envlens.schema.SchemaProblem.UnknownKey;
import dev.envlens.schema.SchemaProblem.WrongType;
import dev.envlens.text.TextEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

  private static Validated environment(String marked) {
    return Validated.as(Format.ENVIRONMENT, marked);
  }

  private static Validated conda(String marked) {
    return Validated.as(Format.CONDA, marked);
  }

  private static Validated v1(String marked) {
    return Validated.as(Format.ENVIRONMENT_V1, marked);
  }

  @Nested
  class UnknownKeys {

    @Test
    void areReportedWithTheKeyThatWasProbablyMeant() {
      var validated = environment("name: train\n«imagee»: python:3.11\n");
      validated.says("'imagee' isn't a key of an environment. Did you mean 'image'?");
      var problem = validated.only(UnknownKey.class);
      assertEquals(Optional.of("image"), problem.nearest());
      assertEquals("imagee", problem.entry().name());
      assertEquals(
          List.of("name", "imagee"), problem.in().entries().stream().map(e -> e.name()).toList());
    }

    @ParameterizedTest
    @CsvSource({
      "condaFile, conda_file",
      "conda-file, conda_file",
      "CONDA_FILE, conda_file",
      "conda_fiel, conda_file",
      "inference_confg, inference_config",
      "iamge, image",
      "Name, name",
      "tag, tags",
      "os-type, os_type",
      "$shema, $schema",
    })
    void ofAnEnvironment(String written, String meant) {
      var problem = environment("«%s»: x\n".formatted(written)).only(UnknownKey.class);
      assertEquals(Optional.of(meant), problem.nearest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "dependencies", "channels", "docker", "x", "creation_contxt"})
    void nearToNothingThatSomebodyWrites(String key) {
      assertEquals(
          Optional.empty(), environment("%s: x\n".formatted(key)).only(UnknownKey.class).nearest());
    }

    @Test
    void aKeyThatIsThereIsNotProposedAgain() {
      environment("image: a\n«Image»: b\n")
          .says("'Image' isn't a key of an environment. Correct it, or remove it.");
    }

    @Test
    void deepDownTheyAreNamedByWhatHoldsThem() {
      environment(
              """
              build:
                «pth»: .
              inference_config:
                «startup_route»: {port: 1, path: /}
              conda_file:
                «chanels»: [conda-forge]
                dependencies:
                - «pipp»: [numpy]
              """)
          .says(
              "'pth' isn't a key of 'build'. Did you mean 'path'?",
              "'startup_route' isn't a key of 'inference_config'."
                  + " It takes 'liveness_route', 'readiness_route' and 'scoring_route'.",
              "'chanels' isn't a key of 'conda_file'. Did you mean 'channels'?",
              "'pipp' isn't a key of an item of 'dependencies'. Did you mean 'pip'?");
    }

    @Test
    void ofTheOtherForms() {
      conda("«dependancies»: [python=3.11]\n")
          .says("'dependancies' isn't a key of a conda file. Did you mean 'dependencies'?");
      v1("""
          {"python": {«"userManagedDependency"»: true}, "docker": {«"base_image"»: "x"}}
          """)
          .says(
              "'userManagedDependency' isn't a key of 'python'."
                  + " Did you mean 'userManagedDependencies'?",
              "'base_image' isn't a key of 'docker'. Did you mean 'baseImage'?");
    }

    @Test
    void aKeyMayBeAnything() {
      environment("«[a, b]»: 1\n")
          .says("This isn't a key of an environment. Correct it, or remove it.");
      environment("? «|\n  two\n  lines»\n: x\n")
          .says("'two lines' isn't a key of an environment. Correct it, or remove it.");
    }

    @Test
    void aLongKeyIsShortenedBetweenCharacters() {
      environment("«x" + "🙂".repeat(30) + "»: x\n")
          .says(
              "'x%s…' isn't a key of an environment. Correct it, or remove it."
                  .formatted("🙂".repeat(19)));
    }

    @Test
    void mapsOfOnesOwnTakeAnyKey() {
      environment(
              """
              tags: {imagee: 1, "a/b~c": true, "": x}
              properties: {envlens.origin: curated}
              conda_file: {variables: {A: 1}, dependencies: [python]}
              """)
          .says();
    }
  }

  @Nested
  class WrongTypes {

    @Test
    void areSaidInPlainWords() {
      environment(
              """
              name: «[train]»
              «tags»:
              - a
              build: «text»
              inference_config:
                scoring_route:
                  port: «many»
                  path: /
                liveness_route: {port: «5.5», path: /}
              """)
          .says(
              "'name' expects text, found a list.",
              "'tags' expects keys and values, found a list.",
              "'build' expects keys and values, found text.",
              "'port' expects a whole number, found \"many\".",
              "'port' expects a whole number, found \"5.5\".");
    }

    @Test
    void nothingIsNotText() {
      environment("name: train\n«image»:\n").says("'image' expects text, found nothing.");
      environment("image: «~»\n").says("'image' expects text, found nothing.");
    }

    @Test
    void aFileIsKeysAndValues() {
      environment("«just text»\n").says("An environment expects keys and values, found text.");
      conda("«[numpy]»\n").says("A conda file expects keys and values, found a list.");
    }

    @Test
    void ofACondaFile() {
      conda(
              """
              channels: «conda-forge»
              dependencies:
              - python=3.11
              - «numpy»: 1.26
              - pip: «numpy»
              - pip:
                - «[a]»
                - «a»: b
              - «[x]»
              """)
          .says(
              "'channels' expects a list, found text.",
              "'numpy' isn't a key of an item of 'dependencies'. It takes 'pip'.",
              "'pip' expects a list, found text.",
              "An item of 'pip' expects text, found a list.",
              "An item of 'pip' expects text, found keys and values.",
              "An item of 'dependencies' expects text or keys and values, found a list.");
    }

    @Test
    void aCondaFileIsAPathOrKeysAndValues() {
      environment("conda_file: «[a]»\n")
          .says("'conda_file' expects text or keys and values, found a list.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5001", "\"5001\"", "'5001'", "+80"})
    void aNumberMayBeQuotedWhereEverythingIsText(String port) {
      environment("inference_config: {scoring_route: {port: %s, path: /}}\n".formatted(port))
          .says();
    }

    @Test
    void textIsNeverMendedWhereEverythingIsText() {
      environment("name: 1\nversion: 1.10\ndescription: true\nimage: 3.11\n").says();
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "python: {userManagedDependencies: \"true\"}, true",
          "python: {userManagedDependencies: 'False'}, false",
          "version: 1.10, \"1.10\"",
          "name: true, \"true\"",
          "docker: {baseImage: 3}, \"3\"",
        })
    void quotingOrUnquotingMendsV1(String text, String mended) {
      var problem = v1(text).only(WrongType.class);
      assertEquals(Optional.of(mended), problem.mend());
      var edit = TextEdit.replace(problem.node().range(), mended);
      v1(TextEdit.apply(text, List.of(edit))).says();
    }

    @Test
    void theWayToMendIsSaid() {
      v1("python: {userManagedDependencies: «\"true\"»}\n")
          .says(
              "'userManagedDependencies' expects true or false, found \"true\". Write it without quotes.");
      v1("version: «3»\n").says("'version' expects text, found a number. Put it in quotes.");
      v1("python: {userManagedDependencies: «maybe»}\n")
          .says("'userManagedDependencies' expects true or false, found \"maybe\".");
    }

    @Test
    void aSecretIsNotRepeated() {
      v1("docker: {baseImageRegistry: {password: «12345»}}\n")
          .says("'password' expects text, found a number. Put it in quotes.");
    }

    @Test
    void aValueBehindAnAliasIsPointedAtWhereItIsUsedAndNotMendedThere() {
      var validated = v1("name: &n «5»\nversion: «*n»\n");
      assertEquals(
          List.of(Optional.of("\"5\""), Optional.empty()),
          validated.problems().stream().map(p -> ((WrongType) p).mend()).toList());
      assertEquals(validated.marks(), validated.problems().stream().map(p -> p.range()).toList());
    }
  }

  @Nested
  class MissingKeys {

    @Test
    void areReportedAtTheKeyThatLacksThem() {
      var validated =
          environment(
              """
              inference_config:
                «scoring_route»:
                  path: /score
                «liveness_route»: {port: 1}
                readiness_route: {port: 1, path: /}
              """);
      validated.says(
          "'scoring_route' needs 'port': add it.", "'liveness_route' needs 'path': add it.");
      assertEquals("port", ((MissingKey) validated.problems().get(0)).key());
    }

    @Test
    void aMergeMayBringThem() {
      environment(
              """
              inference_config:
                scoring_route: &route {port: 1, path: /}
                liveness_route: {<<: *route, path: /live}
              """)
          .says();
    }

    @Test
    void whatCannotBeReadMayBeThem() {
      environment("inference_config: {scoring_route: {path: /, <<: *nowhere}}\n").says();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{}", "version: 1", "build: {}", "inference_config: {}", "conda_file: x"})
    void whatARuleSaysBetterIsNotReported(String text) {
      environment(text).says();
    }
  }

  @Nested
  class InvalidValues {

    @Test
    void nameWhatIsAllowed() {
      var validated = environment("os_type: «Linus»\n");
      validated.says("'os_type' is 'Linus'; allowed are linux and windows.");
      var problem = validated.only(InvalidValue.class);
      assertEquals(List.of("linux", "windows"), problem.allowed());
      assertEquals(Optional.of("linux"), problem.nearest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "Linux", "WINDOWS", "'windows'"})
    void letterCaseDoesNotMatter(String value) {
      environment("os_type: %s\n".formatted(value)).says();
    }

    @Test
    void aValueOfTheWrongTypeIsOneProblem() {
      environment("os_type: «[linux]»\n").says("'os_type' expects text, found a list.");
    }
  }

  @Nested
  class StaleKeys {

    @Test
    void haveANewName() {
      var validated = environment("build:\n  «local_path»: docker\n");
      validated.says("'local_path' is called 'path' today: rename it.");
      var problem = validated.only(StaleKey.class);
      assertEquals("path", problem.newKey());
      assertEquals("local_path", problem.entry().name());
    }

    @Test
    void besideTheNewOne() {
      environment("build: {«local_path»: a, path: b}\n")
          .says("'local_path' is called 'path' today, which is here as well: remove the old one.");
    }

    @Test
    void whateverTheirValue() {
      environment("build: {«local_path»: \"{{path}}\"}\n")
          .says("'local_path' is called 'path' today: rename it.");
    }
  }

  @Nested
  class WhatIsNotKnown {

    @Test
    void placeholdersAreNotJudged() {
      environment(
              """
              name: {{name}}
              tags: {{tags}}
              build: "{{build}}"
              os_type: {{os}}
              inference_config: {scoring_route: {port: "{{port}}", path: /}}
              {{key}}: 1
              """)
          .says();
    }

    @Test
    void whatCannotBeReadIsNotJudged() {
      environment("image: *nowhere\nbuild: *nowhere\nfoo: *nowhere\n<<: *nowhere\n").says();
    }

    @Test
    void theRestOfABrokenFileIsJudged() {
      environment("name: \"train\nimage: x\n«imagee»: y\n")
          .says("'imagee' isn't a key of an environment. Correct it, or remove it.");
    }
  }

  @Nested
  class Aliases {

    @Test
    void aFaultThatManyShowIsSaidOnce() {
      environment(
              """
              inference_config:
                scoring_route: &route
                  port: «many»
                  path: /
                liveness_route: *route
                readiness_route: *route
              """)
          .says("'port' expects a whole number, found \"many\".");
    }

    @Test
    void theLastOfTwoKeysCounts() {
      environment("os_type: Linus\nos_type: «Windoze»\n")
          .says("'os_type' is 'Windoze'; allowed are linux and windows.");
    }
  }

  @Test
  void loadingMakesReady() {
    Schemas.load();
    assertSame(SchemaFiles.json(Format.CONDA), SchemaFiles.json(Format.CONDA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        $schema: https://example.org/some/other.json
        name: train
        version: 22.02-py3
        description: |
          two
          lines
        image: python:3.11
        conda_file: conda.yml
        os_type: Linux
        tags: {a: 1, b: true, c: 1.5, d: x}
        """,
        """
        name: docker-context
        build:
          path: https://github.com/contoso/images.git
          dockerfile_path: gpu/Dockerfile
        datastore: azureml:workspaceblobstore
        """,
        """
        image: python:3.11
        conda_file:
          name: model
          channels: [conda-forge]
          dependencies:
            - python=3.11
            - pip: [numpy==1.26.4, "-r requirements.txt"]
          prefix: /opt/x
          variables: {A: 1}
        """,
        """
        id: azureml:/subscriptions/x
        creation_context: {created_at: x, created_by: y, created_by_type: User}
        resourceGroup: lab
        properties: {}
        tags: {}
        name: shown
        image: x
        """,
        """
        {"name": "json", "image": "x", "inference_config": {
          "liveness_route": {"port": 1, "path": "/"},
          "readiness_route": {"port": "2", "path": "/"},
          "scoring_route": {"port": 3, "path": "/"}}}
        """,
      })
  void goodEnvironments(String text) {
    environment(text).says();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dependencies: [python]\n",
        "name:\nchannels:\ndependencies:\n",
        "name: 3\nchannels: [conda-forge]\ndependencies: [python=3.11, {pip: []}]\n",
        "dependencies: [python]\ncategory: dev\nplatforms: [linux-64]\nprefix: C:\\\\envs\\\\x\n",
      })
  void goodCondaFiles(String text) {
    conda(text).says();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {
          "databricks": {
            "eggLibraries": [], "jarLibraries": [], "mavenLibraries": [],
            "pypiLibraries": [{"package": "numpy", "repo": null}], "rcranLibraries": []
          },
          "docker": {
            "arguments": [], "baseDockerfile": null, "baseImage": "python:3.11",
            "baseImageRegistry": {
              "address": null, "password": null, "registryIdentity": null, "username": null
            },
            "buildContext": null, "enabled": false,
            "platform": {"architecture": "amd64", "os": "Linux"},
            "sharedVolumes": true, "shmSize": "2g"
          },
          "environmentVariables": {"A": "B"},
          "inferencingStackVersion": null,
          "name": "train",
          "python": {
            "baseCondaEnvironment": null,
            "condaDependencies": {
              "channels": ["anaconda"],
              "dependencies": ["python=3.8.13", {"pip": ["azureml-defaults~=1.47.0"]}],
              "name": "project_environment"
            },
            "condaDependenciesFile": null, "interpreterPath": "python",
            "userManagedDependencies": false
          },
          "r": null,
          "spark": {
            "packages": [{"group": "g", "artifact": "a", "version": "1"}],
            "precachePackages": true, "repositories": ["https://repo1.maven.org/maven2"]
          },
          "version": "Autosave_2021"
        }
        """,
        """
        name: null
        version:
        assetId: azureml://x
        environmentVariables: {A: 1, B: true}
        python: {userManagedDependencies: True}
        docker:
          buildContext: {locationType: Git, location: "https://example.org/x.git"}
          arguments: [--cpus, 2]
        """,
      })
  void goodV1Environments(String text) {
    v1(text).says();
  }
}
