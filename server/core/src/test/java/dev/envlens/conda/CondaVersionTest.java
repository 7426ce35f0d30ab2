package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CondaVersionTest {

  private static CondaVersion version(String text) {
    return CondaVersion.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @Test
  void areInCondasOrder() {
    // Each line holds versions that are equal.
    var ordered =
        List.of(
            List.of("0.4", "0.4.0"),
            List.of("0.4.1.rc", "0.4.1.RC"),
            List.of("0.4.1"),
            List.of("0.5a1"),
            List.of("0.5b3"),
            List.of("0.5C1", "0.5c1"),
            List.of("0.5"),
            List.of("0.9.6"),
            List.of("0.960923"),
            List.of("1.0"),
            List.of("1.0.1_"),
            List.of("1.0.1a"),
            List.of("1.0.1post.a"),
            List.of("1.1*"),
            List.of("1.1dev1"),
            List.of("1.1_", "1.1-"),
            List.of("1.1a1"),
            List.of("1.1.0dev1", "1.1.dev1"),
            List.of("1.1.a1"),
            List.of("1.1.0rc1", "1.1-rc1"),
            List.of("1.1.0", "1.1", "1.1.0.0"),
            List.of("1.1+5"),
            List.of("1.1.0post1", "1.1.post1"),
            List.of("1.1post1"),
            List.of("1996.07.12", "1996.7.12"),
            List.of("20240101123456789012345678901234"),
            List.of("1!0.4.1"),
            List.of("1!3.1.1.6"),
            List.of("2!0.4.1"));
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        for (var one : ordered.get(i)) {
          for (var other : ordered.get(j)) {
            int order = version(one).compareTo(version(other));
            assertEquals(Integer.compare(i, j), Integer.signum(order), one + " against " + other);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, 1.1.0",
    "1.0.0+1, 1+1.0",
    "1.1.rc, 1.1.0rc",
    "0.5C1, 0.5c1",
    "1a0, 1a",
    "0!1, 1"
  })
  void areEqualHoweverWritten(String one, String other) {
    assertEquals(version(one), version(other));
    assertEquals(version(one).hashCode(), version(other).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "1..0", ".1", "1.", "_1", "1!", "!1", "a!1", "1!2!3", "1+2+3", "1+", "1 2", "1~2",
        "1-2_3", "1,2", "1=2", "3.5&1", "５.5"
      })
  void areRefused(String text) {
    assertEquals(Optional.empty(), CondaVersion.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1.7.1,    1.7,    true",
    "1.7.1,    1.7.1,  true",
    "1.7.1,    1.7.1.0, true",
    "1.70,     1.7,    false",
    "1.7,      1.7.0,  true",
    "1.7.0a1,  1.7,    true",
    "1.7.0alpha1, 1.7.0a, true",
    "2!1.7,    1.7,    false",
    "1.7+5.2,  1.7+5,  true",
    "1.7.1+5,  1.7+5,  false",
  })
  void beginWithAnother(String version, String prefix, boolean begins) {
    assertEquals(begins, version(version).startsWith(version(prefix)));
  }

  @ParameterizedTest
  @CsvSource({"1.26, 2, 1", "1.26.4, 3, 1", "2!24.0+cu.1, 2, 24", "2023c, 1, 2023", "x.1, 2, 0"})
  void countTheirParts(String text, int parts, String first) {
    assertEquals(parts, version(text).partCount());
    assertEquals(first, version(text).number(0).toString());
  }
}
