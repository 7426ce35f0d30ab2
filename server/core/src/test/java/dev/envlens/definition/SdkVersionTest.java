package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SdkVersionTest {

  private static final String IMAGE =
      "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1";
  private static final JsonNode CONDA = TestData.yamlOfTexts(TestData.text("sdk-golden-conda.yml"));
  private static final String FOLDER = "9e107d9d372bb6826bd81d3542a419d6";

  static Stream<Named<JsonNode>> vectors() {
    return TestData.json("sdk-vectors.json")
        .valueStream()
        .map(vector -> Named.of(vector.get("name").asString(), vector));
  }

  private static Optional<JsonNode> given(JsonNode value) {
    return Optional.of(value).filter(node -> !node.isNull());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isWhatTheSdkComputes(JsonNode vector) {
    Optional<JsonNode> conda =
        given(vector.get("conda")).map(text -> TestData.yamlOfTexts(text.asString()));

    assertEquals(given(vector.get("dump")).map(JsonNode::asString), conda.map(PyYaml::dump));
    assertEquals(
        new SdkVersion(vector.get("sha256").asString(), vector.get("md5").asString()),
        SdkVersion.ofImage(
            vector.get("image").asString(), conda, given(vector.get("inference_config"))));
  }

  @Test
  void agreesWithTheSdksOwnTestOnConda() {
    assertEquals(
        "09c18f036e80ca941e58b12313012d8e6f23cdc3ccc35b8c97f890ccbaedbf40",
        SdkVersion.ofImage(IMAGE, Optional.of(CONDA), Optional.empty()).sha256());
  }

  @Test
  void agreesWithTheSdksOwnTestOnRoutes() {
    JsonNode routes =
        TestData.yamlOfTexts(
            """
            scoring_route: {port: 5001, path: /predict}
            liveness_route: {port: 5002, path: /health/live}
            readiness_route: {port: 5003, path: /health/ready}
            """);

    assertEquals(
        "e060479364110e178fa0338de64bcd5cdf2dc186ee80b89641d842fc974c6949",
        SdkVersion.ofImage(IMAGE, Optional.of(CONDA), Optional.of(routes)).sha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "[]", "{}"})
  void whatIsEmptyInPythonCountsAsNone(String empty) {
    Optional<JsonNode> value = Optional.of(TestData.yamlOfTexts(empty));

    assertEquals(
        SdkVersion.ofImage("a/b:1", Optional.empty(), Optional.empty()),
        SdkVersion.ofImage("a/b:1", value, value));
  }

  @Test
  void routesAloneCount() {
    JsonNode routes = TestData.yamlOfTexts("scoring_route: {port: 5001, path: /p}");

    assertEquals(
        new SdkVersion(
            "45ebf2f6b0a46cb740aa5e2ade4757055755de78d57597d6a054d434d6bd2a63",
            "6e1d4564f0ebb300a4c52489c0de578d"),
        SdkVersion.ofImage("a/b:1", Optional.empty(), Optional.of(routes)));
  }

  @Test
  void aContextCountsByItsUploadHash() {
    var plain =
        new SdkVersion(
            "4a019c69a6a2082ba463da131058d90dac3e8e4d591ad6d1d08c0d73d06b8dd5",
            "4381d02b989be5b7812e4d15c7d02b27");

    assertEquals(plain, SdkVersion.ofContext(FOLDER, Optional.empty()));
    assertEquals(plain, SdkVersion.ofContext(FOLDER, Optional.of("")));
  }

  @Test
  void theDockerfilesPathCountsWhereItIsGiven() {
    assertEquals(
        new SdkVersion(
            "9bdf7740a5df389f01667467481dc93cb7e5fff5d4aed8db4bc8c0739e122dd2",
            "ded687d9b76da9ba468fcb557d363821"),
        SdkVersion.ofContext(FOLDER, Optional.of("docker/Dockerfile")));
  }

  @Test
  void theNameInACondaFileCounts() {
    JsonNode renamed =
        TestData.yamlOfTexts(
            TestData.text("sdk-golden-conda.yml").replace("model-env", "other-env"));

    assertNotEquals(
        SdkVersion.ofImage(IMAGE, Optional.of(CONDA), Optional.empty()),
        SdkVersion.ofImage(IMAGE, Optional.of(renamed), Optional.empty()));
  }
}
