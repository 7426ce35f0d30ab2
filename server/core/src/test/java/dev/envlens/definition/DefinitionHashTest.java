package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.ContextEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DefinitionHashTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NO_DIGEST = "0".repeat(64);

  @Provide
  Arbitrary<HashInput> inputs() {
    // Precaching nothing makes no difference, so an edit of it would show nothing.
    return new HashInputs(HashInputs.BITS)
        .all()
        .filter(input -> input.spark().map(spark -> spark.equals(idle(spark))).orElse(true));
  }

  private static HashInput.Spark idle(HashInput.Spark spark) {
    boolean empty = spark.repositories().isEmpty() && spark.packages().isEmpty();
    return new HashInput.Spark(
        empty ? List.of("-") : spark.repositories(), spark.packages(), spark.precache());
  }

  @Provide
  Arbitrary<HashInput> inputsWithHalfCharacters() {
    List<String> bits = new ArrayList<>(HashInputs.BITS);
    bits.addAll(HashInputs.HALVES);
    return new HashInputs(bits).all();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyEditChangesTheHashAndThePartThatItIsIn(@ForAll("inputs") HashInput input) {
    ObjectNode parts = HashParts.write(input);
    DefinitionHash before = DefinitionHash.of(input);
    for (Map.Entry<String, JsonNode> part : parts.properties()) {
      for (JsonNode edit : edits(part.getKey(), part.getValue())) {
        ObjectNode edited = parts.deepCopy().set(part.getKey(), edit);
        DefinitionHash after = DefinitionHash.of(HashParts.read(edited));

        assertNotEquals(before.hex(), after.hex(), () -> parts + "\n" + edited);
        assertEquals(except(part.getKey(), before), except(part.getKey(), after));
        assertNotEquals(before.parts(), after.parts());
      }
    }
  }

  private static List<DefinitionHash.Part> except(String name, DefinitionHash hash) {
    return hash.parts().stream().filter(part -> !part.name().equals(name)).toList();
  }

  /** {@code value} with one text, number, order or entry changed, in every way there is. */
  private static List<JsonNode> edits(String key, JsonNode value) {
    List<JsonNode> edits = new ArrayList<>();
    if (value.isString()) {
      edits.add(JSON.stringNode(value.asString() + "x"));
    } else if (value.isBoolean()) {
      edits.add(JSON.booleanNode(!value.asBoolean()));
    } else if (value.isNumber()) {
      edits.add(JSON.numberNode(value.asLong() + 1));
    } else if (value.isArray()) {
      editItems(key, (ArrayNode) value, edits);
    } else {
      editEntries(key, (ObjectNode) value, edits);
    }
    return edits;
  }

  private static void editItems(String key, ArrayNode list, List<JsonNode> edits) {
    for (int at = 0; at < list.size(); at++) {
      for (JsonNode edit : edits(key, list.get(at))) {
        edits.add(list.deepCopy().set(at, edit));
      }
      ArrayNode shorter = list.deepCopy();
      shorter.remove(at);
      edits.add(shorter);
      boolean counts = at > 0 && !key.equals("files") && !list.get(at).equals(list.get(at - 1));
      if (counts) {
        edits.add(list.deepCopy().set(at, list.get(at - 1)).set(at - 1, list.get(at)));
      }
    }
  }

  private static void editEntries(String key, ObjectNode object, List<JsonNode> edits) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      for (JsonNode edit : edits(entry.getKey(), entry.getValue())) {
        edits.add(object.deepCopy().set(entry.getKey(), edit));
      }
      if (key.equals("variables")) {
        ObjectNode without = object.deepCopy();
        without.remove(entry.getKey());
        edits.add(without);
        if (!object.has(entry.getKey() + "x")) {
          edits.add(without.deepCopy().set(entry.getKey() + "x", entry.getValue()));
        }
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void isWellFormedCanonicalAndStableWhateverTheText(
      @ForAll("inputsWithHalfCharacters") HashInput input) throws IOException {
    DefinitionHash hash = DefinitionHash.of(input);

    assertEquals(
        hash.canonicalJson(), new JsonCanonicalizer(hash.canonicalJson()).getEncodedString());
    assertTrue(
        hash.canonicalJson().codePoints().noneMatch(c -> 0xD800 <= c && c <= 0xDFFF),
        hash.canonicalJson());
    assertEquals(HexDigest.SHA_256.of(hash.canonicalJson()), hash.hex());
    assertEquals(hash, DefinitionHash.of(HashParts.read(HashParts.write(input))));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfVariablesAndFilesDoesNotCount(
      @ForAll("inputsWithHalfCharacters") HashInput input) {
    HashInput turned =
        new HashInput(
            input.image(),
            input.docker().map(DefinitionHashTest::turned),
            input
                .conda()
                .map(
                    c ->
                        new HashInput.Conda(c.channels(), c.dependencies(), turned(c.variables()))),
            input.spark(),
            input.os());

    assertEquals(DefinitionHash.of(input), DefinitionHash.of(turned));
  }

  @Test
  void filesWhosePathsBecomeOneHaveAnOrder() {
    HashInput input =
        new HashInput(
            Optional.empty(),
            Optional.of(
                new HashInput.LocalContext(
                    "FROM a",
                    List.of(
                        new ContextEntry.Link("\uD83D", "a"),
                        new ContextEntry.Link("\uDC0D", "b")))),
            Optional.empty(),
            Optional.empty(),
            "linux");

    theOrderOfVariablesAndFilesDoesNotCount(input);
  }

  private static HashInput.Docker turned(HashInput.Docker docker) {
    return docker instanceof HashInput.LocalContext context
        ? new HashInput.LocalContext(context.dockerfile(), turned(context.otherFiles()))
        : docker;
  }

  private static <T> List<T> turned(List<T> list) {
    List<T> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    return turned;
  }

  private static Map<String, String> turned(Map<String, String> map) {
    Map<String, String> turned = new LinkedHashMap<>();
    turned(List.copyOf(map.entrySet())).forEach(e -> turned.put(e.getKey(), e.getValue()));
    return turned;
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theLineEndStyleOfADockerfileDoesNotCount(@ForAll("lines") List<String> lines) {
    for (boolean context : new boolean[] {true, false}) {
      assertEquals(
          ofDockerfile(String.join("\n", lines), context),
          ofDockerfile(String.join("\r\n", lines), context));
      if (lines.size() > 1) {
        assertNotEquals(
            ofDockerfile(String.join("\n", lines), context),
            ofDockerfile(String.join("\r", lines), context));
      }
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("FROM a", "RUN b", "", " ", "# é").list().ofMinSize(1).ofMaxSize(6);
  }

  private static DefinitionHash ofDockerfile(String text, boolean context) {
    return of(
        context
            ? new HashInput.LocalContext(text, List.of(new ContextEntry.Link("l", "m")))
            : new HashInput.Steps(text));
  }

  private static DefinitionHash of(HashInput.Docker docker) {
    return DefinitionHash.of(
        new HashInput(
            Optional.empty(), Optional.of(docker), Optional.empty(), Optional.empty(), "linux"));
  }

  private static DefinitionHash of(HashInput.Conda conda, HashInput.Spark spark, String os) {
    return DefinitionHash.of(
        new HashInput(
            Optional.of("a/b:1"), Optional.empty(), Optional.of(conda), Optional.of(spark), os));
  }

  @Test
  void anEmptySparkSectionIsNone() {
    var conda = new HashInput.Conda(List.of(), List.of(), Map.of());
    var spark = new HashInput.Spark(List.of(), List.of(), true);

    assertEquals(
        "{\"conda\":{\"channels\":[],\"dependencies\":[]},\"form\":1,\"image\":\"a/b:1\"}",
        of(conda, spark, "Linux").canonicalJson());
  }

  @Test
  void aContextWithNothingElseInItIsItsDockerfile() {
    assertEquals(
        of(new HashInput.Steps("FROM a")), of(new HashInput.LocalContext("FROM a", List.of())));
  }

  @Test
  void theDefaultDockerfileOfARemoteContextNeedNotBeNamed() {
    String url = "https://example.com/a.git";

    assertEquals(
        of(new HashInput.RemoteContext(url, Optional.empty())),
        of(new HashInput.RemoteContext(url, Optional.of("Dockerfile"))));
  }

  @Test
  void filesAreSortedByTheBytesOfTheirPathsNotByJavasOrder() {
    ContextEntry privateUse = new ContextEntry.File("\uE000", false, 1, NO_DIGEST);
    ContextEntry snake = new ContextEntry.File("\uD83D\uDC0D", true, 2, NO_DIGEST);
    String files =
        """
        [{"executable":false,"path":"\uE000","sha256":"%1$s","size":1},\
        {"executable":true,"path":"\uD83D\uDC0D","sha256":"%1$s","size":2}]"""
            .formatted(NO_DIGEST);

    assertEquals(
        "{\"docker\":{\"context\":\"%s\",\"dockerfile\":\"FROM a\"},\"form\":1}"
            .formatted(HexDigest.SHA_256.of(files)),
        of(new HashInput.LocalContext("FROM a", List.of(snake, privateUse))).canonicalJson());
  }

  @Test
  void namesItsPartsInOneOrder() {
    DefinitionHash hash =
        DefinitionHash.of(
            new HashInput(
                Optional.of("a"),
                Optional.of(new HashInput.Steps("FROM a")),
                Optional.of(new HashInput.Conda(List.of(), List.of(), Map.of())),
                Optional.of(new HashInput.Spark(List.of("r"), List.of(), false)),
                "Windows"));

    assertEquals(
        List.of("image", "docker", "conda", "spark", "os"),
        hash.parts().stream().map(DefinitionHash.Part::name).toList());
    assertEquals(HexDigest.SHA_256.of("\"a\""), hash.parts().get(0).digest());
    assertEquals(HexDigest.SHA_256.of("\"windows\""), hash.parts().get(4).digest());
  }

  @ParameterizedTest
  @CsvSource({"a/b:1", "python:3.10"})
  void itsShortFormsAreItsFirstDigits(String image) {
    DefinitionHash hash =
        DefinitionHash.of(
            new HashInput(
                Optional.of(image), Optional.empty(), Optional.empty(), Optional.empty(), "linux"));

    assertEquals(hash.hex().substring(0, 8), hash.short8());
    assertEquals("azureml/azureml_" + hash.hex().substring(0, 32), hash.repository());
  }
}
