package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTest {

  /** The smallest definition of docs/hash.md. */
  private static final String IMAGE_ALONE =
      "36e6c479420800e910b4fe40e2cd637a96a9cb3db964a4141923a594f5dbb08b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: x, image: python:3.10}",
        "{name: x, image: 'python:3.10', os_type: Linux}",
        "{name: x, image: python:3.10, conda_file: ~}",
        "{name: x, image: python:3.10, build: }",
        "{docker: {baseImage: python:3.10}, python: {userManagedDependencies: true}}",
        "{docker: {baseImage: python:3.10, baseDockerfile: null}, spark: {packages: []}}",
        "{name: x, version: ~, python: null, docker: {baseImage: python:3.10}, spark: null}",
        "{docker: {baseImage: python:3.10}, python: {userManagedDependencies: 'True',"
            + " condaDependencies: {dependencies: [numpy]}}}",
        "{type: command, environment: {image: python:3.10}}",
      })
  void whatMeansTheSameHasTheSameHash(String text) {
    assertEquals(IMAGE_ALONE, Given.file(text).hash());
  }

  @Test
  void theFormsOfACondaDefinitionAreOne() {
    String conda = "{channels: [c], dependencies: [python=3.10, {pip: [numpy]}]}";
    String inline = Given.file("{name: x, image: a, conda_file: " + conda + "}").hash();
    assertEquals(
        inline, Given.file("{name: x, image: a, conda_file: c.yml}").with("c.yml", conda).hash());
    assertEquals(
        inline,
        Given.file("{docker: {baseImage: a}, python: {condaDependencies: " + conda + "}}").hash());
    assertEquals(
        inline,
        Given.file("{docker: {baseImage: a}, python: {condaDependenciesFile: c.yml}}")
            .with("c.yml", conda)
            .hash());
  }

  @Test
  void theFormsOfADockerfileAreOne() {
    var v1 =
        """
        docker:
          baseDockerfile: |
            FROM python
            ENV PATH=$PATH:/x
        python:
          userManagedDependencies: true
        """;
    assertEquals(
        Given.file(v1).hash(),
        Given.file("{name: x, build: {path: .., dockerfile_path: envs/Dockerfile}}")
            .with("../envs/Dockerfile", "FROM python\r\nENV PATH=$PATH:/x\r\n")
            .hash());
  }

  @Test
  void variablesCount() {
    String text = "{name: x, image: a, conda_file: {dependencies: [b], variables: {%s}}}";
    assertNotEquals(
        Given.file(text.formatted("A: 1")).hash(), Given.file(text.formatted("A: 2")).hash());
    assertNotEquals(
        Given.file(text.formatted("A: 1")).hash(), Given.file(text.formatted("B: 1")).hash());
    assertEquals(
        Given.file(text.formatted("A: 1, B: 2")).hash(),
        Given.file(text.formatted("B: '2', A: '1'")).hash());
    assertEquals(
        Given.file(text.formatted("A: ")).hash(), Given.file(text.formatted("A: ''")).hash());
  }

  @Test
  void aRemoteContextCountsByItsAddress() {
    String text = "{name: x, build: {path: 'https://github.com/example/images.git#main:train'%s}}";
    assertEquals(
        "af05d8e753067719c227ed24b525480fa3cb7a4c2889a2fe4eda01ec54582fe0",
        Given.file(text.formatted(", dockerfile_path: Dockerfile.gpu")).hash());
    assertEquals(
        Given.file(text.formatted("")).hash(),
        Given.file(text.formatted(", dockerfile_path: Dockerfile")).hash());
  }

  static final List<Arguments> REASONS =
      List.of(
          Arguments.of("name: x\nimage: a\ntags: [b", "the file isn't valid YAML"),
          Arguments.of(
              "{name: x, conda_file: c.yml}", "neither an image nor a build context is given"),
          Arguments.of("name: x\nimage:\n", "neither an image nor a build context is given"),
          Arguments.of(
              "{name: x, image: a, build: {path: .}}",
              "an image and a build context exclude each other"),
          Arguments.of(
              "{docker: {baseImage: a, baseDockerfile: b}}",
              "an image, a Dockerfile and a build context exclude each other"),
          // Values of another kind.
          Arguments.of("{name: x, image: [a], conda_file: c}", "'image' isn't text"),
          Arguments.of("{name: x, image: a, build: docker}", "'build' isn't a mapping"),
          Arguments.of("{name: x, build: {path: [a]}}", "'path' isn't text"),
          Arguments.of(
              "{name: x, image: a, conda_file: [b]}",
              "'conda_file' isn't a path or a conda definition"),
          Arguments.of("{name: x, image: a, os_type: [linux]}", "'os_type' isn't text"),
          Arguments.of(
              "{docker: {baseImage: a}, python: {condaDependencies: [b]}}",
              "'condaDependencies' isn't a mapping"),
          Arguments.of("{docker: {baseImage: a}, spark: [b]}", "'spark' isn't a mapping"),
          Arguments.of("{docker: {baseImage: a}, spark: {packages: b}}", "'packages' isn't a list"),
          Arguments.of(
              "{docker: {baseImage: a}, spark: {repositories: [[b]]}}",
              "a Spark repository isn't text"),
          Arguments.of(
              "{docker: {baseImage: a}, spark: {packages: [{group: b, artifact: c}]}}",
              "a Spark package has no 'version'"),
          // The conda definition.
          Arguments.of("{name: x, image: a, conda_file: {channels: b}}", "'channels' isn't a list"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: {b: c}}}",
              "'dependencies' isn't a list"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: [[b]]}}", "a dependency isn't text"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: [{pip: b}]}}", "'pip' isn't a list"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: [{pip: [{b: c}]}]}}",
              "an entry of the pip list isn't text"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: [b], variables: [c]}}",
              "'variables' isn't a mapping"),
          Arguments.of(
              "name: x\nimage: a\nconda_file:\n  dependencies:\n    - b\n    -\n",
              "a dependency is empty"),
          Arguments.of("{name: x, image: a, conda_file: gone.yml}", "the conda file isn't there"),
          Arguments.of("{name: x, image: a, conda_file: docker}", "the conda file is a folder"),
          Arguments.of(
              "{name: x, image: a, conda_file: binary.yml}",
              "the conda file is a binary file, not text"),
          Arguments.of("{name: x, image: a, conda_file: slow.yml}", "the conda file is being read"),
          Arguments.of(
              "{name: x, image: a, conda_file: requirements.txt}",
              "the conda file holds no conda definition"),
          Arguments.of(
              "{name: x, image: a, conda_file: empty.yml}",
              "the conda file holds no conda definition"),
          Arguments.of(
              "{name: x, image: a, conda_file: broken.yml}", "the conda file isn't valid YAML"),
          // The build context.
          Arguments.of("{name: x, build: {}}", "the build context has no path"),
          Arguments.of("{name: x, build: {path: gone}}", "the build context isn't there"),
          Arguments.of("{name: x, build: {path: broken.yml}}", "the build context isn't a folder"),
          Arguments.of("{name: x, build: {path: slow.yml}}", "the build context is being read"),
          Arguments.of(
              "{name: x, build: {path: docker, dockerfile_path: gone}}",
              "the Dockerfile isn't there"),
          Arguments.of(
              "{name: x, build: {path: docker, dockerfile_path: sub}}",
              "the Dockerfile is a folder"),
          Arguments.of(
              "{name: x, build: {path: docker, dockerfile_path: ../Dockerfile}}",
              "the Dockerfile lies outside of the build context"),
          Arguments.of(
              "{name: x, build: {path: docker, dockerfile_path: /Dockerfile}}",
              "the Dockerfile lies outside of the build context"),
          Arguments.of(
              "{name: x, build: {path: 's3://bucket/x'}}",
              "the build context is of a kind that the service doesn't take"),
          // Placeholders.
          Arguments.of("name: x\nimage: {{image}}\n", "the image holds a placeholder"),
          Arguments.of("name: x\nimage: python:<TAG>\n", "the image holds a placeholder"),
          Arguments.of(
              "{name: x, build: {path: '${{ path }}'}}",
              "the build context's path holds a placeholder"),
          Arguments.of(
              "{name: x, build: {path: docker, dockerfile_path: $FILE}}",
              "the Dockerfile's path holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, conda_file: '{{conda}}'}",
              "the conda file's path holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, conda_file: {channels: ['{{c}}']}}",
              "a channel holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: ['b={{c}}']}}",
              "a dependency holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, conda_file: {dependencies: [{pip: ['--index-url"
                  + " https://user:secret@${HOST}']}]}}",
              "an entry of the pip list holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, conda_file: {variables: {A: '{{b}}'}}}",
              "a variable holds a placeholder"),
          Arguments.of(
              "{name: x, image: a, os_type: '{{os}}'}", "the operating system holds a placeholder"),
          Arguments.of(
              "{docker: {baseDockerfile: '{{dockerfile}}'}}", "the Dockerfile holds a placeholder"),
          Arguments.of(
              "{docker: {baseImage: a}, python: {userManagedDependencies: '{{flag}}'}}",
              "'userManagedDependencies' holds a placeholder"),
          Arguments.of(
              "{docker: {baseImage: a}, spark: {packages: ['{{b}}']}}",
              "a Spark package holds a placeholder"));

  private static Given amongFiles(String text) {
    return new Given(
        text,
        new MemoryFiles()
            .with("Dockerfile", "FROM a")
            .with("docker/Dockerfile", "FROM a")
            .with("docker/sub/file", "b")
            .with("binary.yml", new FileState.Unreadable("is a binary file, not text"))
            .with("slow.yml", new FileState.Pending())
            .with("requirements.txt", "numpy\n")
            .with("empty.yml", "# nothing\n")
            .with("broken.yml", "dependencies: [a"));
  }

  @ParameterizedTest
  @FieldSource("REASONS")
  void whatCannotBeReadIsSaid(String text, String reason) {
    var given = amongFiles(text);
    assertEquals(reason, given.reason());
    assertEquals(
        reason.endsWith("is being read"),
        assertInstanceOf(Hashing.Unknown.class, given.hashing()).pending());
  }

  @Test
  void anUnreadableOptionalPartIsNoReason() {
    // What conda would install doesn't matter to an image that the user manages.
    assertEquals(
        IMAGE_ALONE,
        amongFiles(
                "{docker: {baseImage: python:3.10}, python: {userManagedDependencies: true,"
                    + " condaDependenciesFile: gone.yml}}")
            .hash());
  }

  private static Map<String, List<String>> places(Given given) {
    var known = assertInstanceOf(Hashing.Known.class, given.hashing(), given.text());
    assertEquals(
        known.hash().parts().stream().map(DefinitionHash.Part::name).toList(),
        List.copyOf(known.places().keySet()));
    return known.places().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().stream().map(place -> show(given, place)).toList()));
  }

  private static String show(Given given, Place place) {
    String text =
        place.file().equals(MemoryFiles.uri("environment.yml"))
            ? given.text()
            : ((FileState.Text) given.files().file(place.file())).text();
    return place.file().getPath().substring("/project/".length())
        + ": "
        + place.range().of(text).strip();
  }

  @Test
  void thePlacesAreWhereThePartsAreWritten() {
    assertEquals(
        Map.of(
            "image", List.of("environment.yml: \"python\""),
            "conda", List.of("environment.yml: conda_file: c.yml", "c.yml: dependencies: [a]"),
            "os", List.of("environment.yml: Windows")),
        places(
            Given.file("name: x\nimage: \"python\"\nos_type: Windows\nconda_file: c.yml # here\n")
                .with("c.yml", "# conda\ndependencies: [a]\n")));
    assertEquals(
        Map.of(
            "docker",
            List.of("environment.yml: build: {path: docker}", "docker/Dockerfile: FROM a")),
        places(
            Given.file("name: x\nos_type: linux\nbuild: {path: docker}\n")
                .with("docker/Dockerfile", "FROM a\n")));
    assertEquals(
        Map.of(
            "docker", List.of("environment.yml: FROM a"),
            "conda", List.of("environment.yml: condaDependencies: {dependencies: [a]}"),
            "spark", List.of("environment.yml: spark: {packages: ['a:b:1']}"),
            "os", List.of("environment.yml: Windows")),
        places(
            Given.file(
                """
                docker: {baseDockerfile: FROM a, platform: {os: Windows}}
                python: {condaDependencies: {dependencies: [a]}}
                spark: {packages: ['a:b:1']}
                """)));
  }

  @ParameterizedTest
  @CsvSource({"linux,0", "Linux,0", "windows,1", "WINDOWS,1"})
  void onlyAnotherSystemThanLinuxIsAPart(String os, int parts) {
    var hashing = Given.file("{name: x, image: a, os_type: %s}".formatted(os)).hashing();
    var known = assertInstanceOf(Hashing.Known.class, hashing);
    assertEquals(
        parts, known.hash().parts().stream().filter(part -> part.name().equals("os")).count());
    assertEquals(parts == 1, known.places().containsKey("os"));
  }

  @Test
  void theDockerfileIsNoOtherFile() {
    String hash =
        Given.file("{name: x, build: {path: docker}}").with("docker/Dockerfile", "FROM a").hash();
    assertEquals(
        hash,
        Given.file("{name: x, build: {path: docker, dockerfile_path: ./sub/../D}}")
            .with("docker/D", "FROM a")
            .hash());
    assertNotEquals(
        hash,
        Given.file("{name: x, build: {path: docker}}")
            .with("docker/Dockerfile", "FROM a")
            .with("docker/Dockerfile2", "FROM a")
            .hash());
  }

  @Test
  void aSectionOfSparkWithNothingInItIsNone() {
    assertTrue(
        Given.file("{docker: {baseImage: a}, spark: {packages: [], repositories: []}}")
            .definition()
            .parts()
            .spark()
            .isEmpty());
    assertFalse(
        Given.file("{docker: {baseImage: a}, spark: {packages: [b]}}")
            .definition()
            .parts()
            .spark()
            .isEmpty());
  }
}
