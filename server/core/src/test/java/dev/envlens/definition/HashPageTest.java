package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The numbers printed in docs/hash.md are what the code gives. */
class HashPageTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)\n```");

  /** The fenced blocks of each example, by their kind. */
  static Stream<Named<Map<String, String>>> examples() throws IOException {
    String page = Files.readString(TestData.docs().resolve("hash.md"));
    String examples = page.split("\n## Examples\n", 2)[1].split("\n## ", 2)[0];
    return Stream.of(examples.split("\n### ", -1)).skip(1).map(HashPageTest::blocks);
  }

  private static Named<Map<String, String>> blocks(String example) {
    Map<String, String> blocks = new LinkedHashMap<>();
    BLOCK.matcher(example).results().forEach(block -> blocks.put(block.group(1), block.group(2)));
    return Named.of(example.lines().findFirst().orElseThrow(), blocks);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysWhatTheCodeGives(Map<String, String> example) {
    DefinitionHash hash =
        DefinitionHash.of(HashParts.read(JsonMapper.shared().readTree(example.get("json"))));
    var digests = new StringBuilder();
    hash.parts().forEach(part -> digests.append("%-6s %s\n".formatted(part.name(), part.digest())));

    assertEquals(example.get("canonical"), hash.canonicalJson());
    assertEquals(example.get("digests"), digests + "hash   " + hash.hex());
    if (example.containsKey("files")) {
      String context = HexDigest.SHA_256.of(example.get("files"));
      assertTrue(hash.canonicalJson().contains("\"context\":\"" + context + "\""), context);
    }
  }
}
