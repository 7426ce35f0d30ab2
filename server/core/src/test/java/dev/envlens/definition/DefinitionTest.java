package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.conda.Dependency;
import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {

  private static Definition of(String text) {
    return Given.file(text).definition();
  }

  private static List<String> packages(Definition definition) {
    return definition.parts().conda().flatMap(Conda::section).stream()
        .flatMap(section -> section.file().packages())
        .map(Dependency.CondaPackage::text)
        .map(Scalar::text)
        .toList();
  }

  @Test
  void anImageWithACondaFile() {
    var definition =
        Given.file("{name: x, image: python, conda_file: sub/c.yml}")
            .with("sub/c.yml", "dependencies: [python=3.10, numpy]")
            .definition();
    var linked = assertInstanceOf(Conda.Linked.class, definition.parts().conda().orElseThrow());
    assertEquals(Optional.of(MemoryFiles.uri("sub/c.yml")), linked.target());
    assertInstanceOf(FileState.Text.class, linked.state());
    assertEquals(List.of("python=3.10", "numpy"), packages(definition));
    assertEquals(MemoryFiles.uri("sub/c.yml"), linked.section().orElseThrow().source().uri());
    assertEquals(new Kind.SystemManaged(), definition.kind());
  }

  @Test
  void anImageWithItsCondaDefinitionInline() {
    var definition = of("{name: x, image: python, conda_file: {dependencies: [numpy]}}");
    var inline = assertInstanceOf(Conda.Inline.class, definition.parts().conda().orElseThrow());
    assertEquals("conda_file", inline.entry().name());
    assertEquals(definition.source(), inline.definition().source());
    assertEquals(List.of("numpy"), packages(definition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{path: docker} | docker/Dockerfile",
        "{path: docker, dockerfile_path: sub/D} | docker/sub/D",
        "{path: docker/, dockerfile_path: ./D} | docker/D",
        "{path: docker, dockerfile_path: } | docker/Dockerfile",
      })
  void aContextLeadsToItsDockerfile(String build, String dockerfile) {
    var context =
        Given.file("{name: x, build: " + build + "}")
            .with(dockerfile, "FROM a")
            .definition()
            .context()
            .orElseThrow();
    assertEquals(new ContextLocation.Folder(MemoryFiles.uri("docker")), context.location());
    var link = context.dockerfile().orElseThrow();
    assertEquals(MemoryFiles.uri(dockerfile), link.target());
    assertEquals("FROM a", link.source().orElseThrow().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{path: gone}",
        "{path: '{{path}}'}",
        "{path: docker, dockerfile_path: '{{path}}'}",
        "{path: docker, dockerfile_path: ../D}",
        "{path: docker, dockerfile_path: /project/docker/D}",
        "{path: 'https://github.com/a/b'}",
      })
  void withoutItsFolderNoDockerfileIsNamed(String build) {
    var context =
        Given.file("{name: x, build: " + build + "}")
            .with("docker/D", "FROM a")
            .definition()
            .context()
            .orElseThrow();
    assertEquals(Optional.empty(), context.dockerfile());
  }

  @Test
  void aMissingDockerfileIsNamedWhereItWouldBe() {
    var link =
        Given.file("{name: x, build: {path: docker}}")
            .with("docker/app.py", "")
            .definition()
            .context()
            .flatMap(BuildContext::dockerfile)
            .orElseThrow();
    assertEquals(MemoryFiles.uri("docker/Dockerfile"), link.target());
    assertInstanceOf(FileState.Missing.class, link.state());
    assertEquals(Optional.empty(), link.source());
  }

  @Test
  void aPlaceholderLeadsNowhereAndIsNotMissed() {
    var conda =
        assertInstanceOf(
            Conda.Linked.class,
            of("{name: x, image: a, conda_file: '{{conda}}'}").parts().conda().orElseThrow());
    assertEquals(Optional.empty(), conda.target());
    assertInstanceOf(FileState.Pending.class, conda.state());
  }

  @Test
  void everyNullOfV1IsNothing() {
    var parts =
        of("""
                {"name": null, "version": null, "environmentVariables": null,
                 "python": {"interpreterPath": null, "userManagedDependencies": null,
                   "condaDependencies": null, "condaDependenciesFile": null,
                   "baseCondaEnvironment": null},
                 "docker": {"baseImage": null, "baseDockerfile": null, "buildContext": null},
                 "spark": {"repositories": null, "packages": null, "precachePackages": null},
                 "databricks": null, "r": null, "inferencingStackVersion": null}
                """)
            .parts();
    assertEquals(
        new Definition.Parts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        parts);
  }

  @Test
  void allOfV1IsRead() {
    var definition =
        Given.file(
                """
                name: train
                version: "2"
                python:
                  userManagedDependencies: false
                  condaDependenciesFile: old.yml
                  condaDependencies:
                    dependencies: [python=3.8]
                docker:
                  baseImage: base
                  baseDockerfile: FROM a
                  buildContext: {location: docker, dockerfilePath: D}
                  platform: {os: Windows, architecture: amd64}
                spark:
                  repositories: [https://example.com]
                  packages: [{group: g, artifact: a, version: 1}, "h:b:2"]
                  precachePackages: false
                """)
            .with("docker/D", "FROM b")
            .definition();
    var parts = definition.parts();
    assertEquals(Form.V1, definition.form());
    assertEquals(Optional.of("train"), definition.name().map(Scalar::text));
    assertEquals(Optional.of("base"), definition.image().map(Scalar::text));
    assertEquals(Optional.of("FROM a"), parts.steps().map(Scalar::text));
    assertEquals(
        Optional.of(MemoryFiles.uri("docker/D")),
        definition
            .context()
            .flatMap(BuildContext::dockerfile)
            .map(BuildContext.DockerfileLink::target));
    assertEquals("Windows", definition.os());
    assertInstanceOf(Conda.Inline.class, parts.conda().orElseThrow());
    assertEquals(List.of("python=3.8"), packages(definition));
    assertEquals(
        Optional.of(new Spark(List.of("https://example.com"), List.of("g:a:1", "h:b:2"), false)),
        parts.spark());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, image: a} | user-managed",
        "{name: x, build: {path: .}} | user-managed",
        "{name: x, image: a, conda_file: c.yml} | system-managed",
        "{name: x, image: a, conda_file: } | user-managed",
        "{docker: {baseImage: a}} | system-managed",
        "{docker: {baseImage: a}, python: {userManagedDependencies: false}} | system-managed",
        "{docker: {baseImage: a}, python: {userManagedDependencies: true}} | user-managed",
        "{docker: {baseImage: a}, python: {userManagedDependencies: 'True'}} | user-managed",
      })
  void theKindIsWhoManagesThePackages(String text, String kind) {
    assertEquals(kind, of(text).kind().label());
  }

  @Test
  void condaThatIsSwitchedOffIsReadAndNotUsed() {
    var definition =
        of(
            "{docker: {baseImage: a}, python: {userManagedDependencies: true,"
                + " condaDependencies: {dependencies: [b]}}}");
    assertEquals(List.of("b"), packages(definition));
    assertEquals(Optional.empty(), definition.effectiveConda());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{image: a, name: train} | 'train' | name",
        "{image: a, version: 1} | this environment | image",
        "{type: command, environment: {os_type: linux, image: a}}"
            + " | this inline environment | os_type",
        "{type: command, environment: {image: a, name: x}} | 'x' | name",
      },
      quoteCharacter = '"')
  void itIsCalledByItsName(String text, String label, String anchor) {
    var definition = of(text);
    assertEquals(label, definition.label());
    assertEquals(anchor, definition.anchor().of(text));
  }

  @Test
  void theOperatingSystemIsLinuxUnlessSaid() {
    assertEquals("linux", of("{name: x, image: a}").os());
    assertEquals("WINDOWS", of("{name: x, image: a, os_type: WINDOWS}").os());
    assertEquals("linux", of("{docker: {baseImage: a}, os_type: windows}").os());
  }

  @Test
  void aMergeKeyBringsItsParts() {
    var definition =
        of("{type: command, x: &a {image: a, os_type: linux}, environment: {<<: *a, image: b}}");
    assertEquals(Optional.of("b"), definition.image().map(Scalar::text));
    assertEquals("linux", definition.os());
  }

  @Test
  void anUnsavedFileHasNothingAroundIt() {
    var contents =
        Contents.of(
            new Source(
                URI.create("untitled:Untitled-1"),
                Yaml.parse("{name: x, image: a, conda_file: c.yml}")),
            new MemoryFiles());
    assertEquals(
        new Hashing.Unknown("the conda file can't be told from here", false),
        Hashing.of(contents.definitions().get(0), new MemoryFiles()));
  }
}
