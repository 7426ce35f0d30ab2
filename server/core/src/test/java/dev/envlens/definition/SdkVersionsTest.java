package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The SDK's version of environments as they stand in files. */
class SdkVersionsTest {

  private static final String IMAGE =
      "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1";

  private static Optional<SdkVersion> version(Given given) {
    return SdkVersions.of(given.definition(), given.files());
  }

  private static Given write(JsonNode vector, String condaKey) {
    var routes = vector.get("inference_config");
    return Given.file(
        "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n"
            + "name: anonymous\nimage: %s\n".formatted(vector.get("image"))
            + (routes.isNull() ? "" : "inference_config: " + routes + "\n")
            + condaKey);
  }

  @ParameterizedTest
  @MethodSource("dev.envlens.definition.SdkVersionTest#vectors")
  void aWrittenEnvironmentHasTheVectorsVersion(JsonNode vector) {
    var expected =
        Optional.of(new SdkVersion(vector.get("sha256").asString(), vector.get("md5").asString()));
    if (vector.get("conda").isNull()) {
      assertEquals(expected, version(write(vector, "")));
      return;
    }
    String conda = vector.get("conda").asString();
    assertEquals(expected, version(write(vector, "conda_file: c.yml\n").with("c.yml", conda)));
    assertEquals(expected, version(write(vector, "conda_file:\n" + conda.indent(2))));
  }

  @Test
  void theSdksOwnExampleHasItsVersion() {
    String conda = TestData.text("sdk-golden-conda.yml");
    var plain = Given.file("{name: x, image: '%s', conda_file: c.yml}".formatted(IMAGE));
    assertEquals(
        Optional.of("09c18f036e80ca941e58b12313012d8e6f23cdc3ccc35b8c97f890ccbaedbf40"),
        version(plain.with("c.yml", conda)).map(SdkVersion::sha256));
    var routed =
        Given.file(
            """
            name: x
            image: %s
            conda_file: c.yml
            inference_config:
              scoring_route: {port: 5001, path: /predict}
              liveness_route: {port: 5002, path: /health/live}
              readiness_route: {port: 5003, path: /health/ready}
            """
                .formatted(IMAGE));
    assertEquals(
        Optional.of("e060479364110e178fa0338de64bcd5cdf2dc186ee80b89641d842fc974c6949"),
        version(routed.with("c.yml", conda)).map(SdkVersion::sha256));
  }

  @Test
  void aContextCountsByItsUploadHash() {
    var given =
        Given.file("{name: x, build: {path: docker, dockerfile_path: docker/Dockerfile}}")
            .with("docker/docker/Dockerfile", "FROM a");
    var surroundings =
        new Surroundings() {
          @Override
          public FileState file(URI uri) {
            return given.files().file(uri);
          }

          @Override
          public ContextState context(URI uri) {
            assertEquals(MemoryFiles.uri("docker"), uri);
            return new ContextState.Files(List.of(), "9e107d9d372bb6826bd81d3542a419d6");
          }
        };
    assertEquals(
        Optional.of(
            new SdkVersion(
                "9bdf7740a5df389f01667467481dc93cb7e5fff5d4aed8db4bc8c0739e122dd2",
                "ded687d9b76da9ba468fcb557d363821")),
        SdkVersions.of(given.definition(), surroundings));
  }

  @Test
  void anAliasCountsAsPyYamlDumpsIt() {
    var text = "{name: x, image: a, conda_file: {dependencies: [b, {pip: &list [c]}], x: *list}}";
    assertEquals(
        Optional.of(
            new SdkVersion(
                "6c2948f7a3de7a2138fa2d1ada1d187232eb89895c508f385c09610edecf1fc5",
                "7455f6e369d631d15a54840ce18b1382")),
        version(Given.file(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{docker: {baseImage: a}}",
        "{name: x, image: a, build: {path: docker}}",
        "{name: x, image: a, conda_file: gone.yml}",
        "{name: x, image: a, conda_file: broken.yml}",
        "{name: x, image: a, conda_file: [b]}",
        "{name: x, image: a, build: docker}",
        "{name: x, build: {path: gone}}",
        "{name: x, build: {path: 'https://github.com/a/b'}}",
        "{name: x, conda_file: {dependencies: [b]}}",
        "name: x\nimage: a\ntags: [b",
      })
  void whatTheSdkCouldNotReadHasNone(String text) {
    assertEquals(
        Optional.empty(), version(Given.file(text).with("broken.yml", "dependencies: [a")));
  }
}
