package dev.envlens.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, 2.5, true, false, null, \"x\"], \"b\": {}}",
        "[]",
        "\"text\"",
        "12345678901234567890"
      })
  void readsWhatIsJson(String text) {
    assertEquals(text.replace(" ", ""), Json.parse(text).orElseThrow().toString().replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":", "[1", "{} {}", "<html>", "nul"})
  void whatIsNoneOrOnlyTheBeginningIsNothing(String text) {
    assertEquals(Optional.empty(), Json.parse(text));
  }

  @Test
  void nestingHasAnEnd() {
    assertEquals(Optional.empty(), Json.parse("[".repeat(100_000)));
  }
}
