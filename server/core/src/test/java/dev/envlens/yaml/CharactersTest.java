package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Line ends, marks, and characters outside of ASCII and outside of YAML. */
class CharactersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«a»: «1»\r\n«b»: [«x»,\r\n «y»]\r\n",
        "«a»: «1»\r«b»:\r - «x»\r",
        "\uFEFF«a»: «1»\n",
        "\uFEFF«a»: «\uD83D\uDE00» # \uD83D\uDE00\r\n«b»: «x\uFEFFy»\n",
        "«\uD83D\uDE00»: «x\uD83D\uDE00y»\n«b»: [«\"\uD83D\uDE00\"», «\uD83D\uDE00», «c»]\n",
        "«a»: «x\u0085y»\n«b»: «x\u2028y\u2029z»\n",
        "«a»: «é»\n«日本»: «'語'»\n",
        "«a»: «\uE000\uE020»\n",
      })
  void rangesCountUtf16Units(String marked) {
    var yaml = Yaml.parse(marked.replaceAll("[«»]", ""));
    assertAll(
        () -> assertEquals(List.of(), yaml.problems()),
        () -> assertEquals(marked, Trees.markScalars(yaml)));
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotStandInYamlIsOneProblemAndStaysInItsValue(String bad, String code) {
    var yaml = Yaml.parse("a: x%sy # %s\nb: 1\n".formatted(bad, "c"));
    assertAll(
        () -> assertEquals("{a: 'x%sy', b: '1'}".formatted(bad), Trees.print(yaml)),
        () -> assertEquals("a: x«%s»y # c\nb: 1\n".formatted(bad), Trees.markProblems(yaml)),
        () ->
            assertEquals(
                "The character U+%s can't stand in YAML: remove it.".formatted(code),
                yaml.problems().get(0).message()));
  }

  static Stream<Arguments> whatCannotStandInYamlIsOneProblemAndStaysInItsValue() {
    return Stream.of(
        arguments("\0", "0000"),
        arguments("\u0007", "0007"),
        arguments("\u001B", "001B"),
        arguments("\u007F", "007F"),
        arguments("\u0080", "0080"),
        arguments("\uD83D", "D83D"),
        arguments("\uDE00", "DE00"),
        arguments("\uFFFE", "FFFE"),
        arguments("\uFFFF", "FFFF"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uDE00a: 1\n", "a: 1\uD83D", "\uDE00", "\uD83D"})
  void loneSurrogatesAtTheEnds(String text) {
    assertEquals(1, Yaml.parse(text).problems().size());
  }

  @Test
  void privateUseCharactersBesideControlCharactersAreNotTakenForMasks() {
    var yaml = Yaml.parse("a: \uE041\nb: x\u0001y\nc: {{z}}\n");
    assertEquals(
        "\uE041", yaml.documents().get(0).mapping().flatMap(m -> m.scalar("a")).get().text());
  }

  @Test
  void jsonMayHoldTabs() {
    String json = "\t{\n\t\"a\":\t1,\n\t\"b\": [\n\t\t\"c\td\",\ttrue\n\t]\n}\n";
    var yaml = Yaml.parse(json);
    assertAll(
        () -> assertEquals(List.of(), yaml.problems()),
        () -> assertEquals("{a: '1', b: ['c\\td', 'true']}", Trees.print(yaml)));
  }
}
