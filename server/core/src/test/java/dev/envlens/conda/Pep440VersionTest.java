package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pep440VersionTest {

  private static Pep440Version version(String text) {
    return Pep440Version.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @Test
  void areInTheOrderOfThePep() {
    var ordered =
        List.of(
            "1.dev0",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1.1",
            "1.10",
            "2024.1",
            "20240101123456789012345678901234",
            "1!0.1");
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        int order = version(ordered.get(i)).compareTo(version(ordered.get(j)));
        assertEquals(
            Integer.compare(i, j),
            Integer.signum(order),
            ordered.get(i) + " against " + ordered.get(j));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0.0",
    "1, 1.0.0.0",
    "1.0+1, 1+01",
    "0!1.2, 1.2",
    "1.0-1, 1.0.post1",
    "V1.1RC1, 1.1c1",
  })
  void areEqualHoweverWritten(String one, String other) {
    assertEquals(version(one), version(other));
    assertEquals(version(one).hashCode(), version(other).hashCode());
    assertEquals(0, version(one).compareTo(version(other)));
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.0+1", "1.0, 1.0.dev0", "1.0, 1.0.post0", "1.0, 1!1.0"})
  void differ(String one, String other) {
    assertNotEquals(version(one), version(other));
  }

  @ParameterizedTest
  @CsvSource({
    "1.1RC1, 1.1rc1",
    "00, 0",
    "09000, 9000",
    "1.1.a1, 1.1a1",
    "1.1-a1, 1.1a1",
    "1.1_a_1, 1.1a1",
    "1.1alpha1, 1.1a1",
    "1.1beta2, 1.1b2",
    "1.1c3, 1.1rc3",
    "1.1preview3, 1.1rc3",
    "1.2a, 1.2a0",
    "1.2.post-2, 1.2.post2",
    "1.2-post2, 1.2.post2",
    "1.2post2, 1.2.post2",
    "1.2-r32, 1.2.post32",
    "1.0-rev4, 1.0.post4",
    "1.2.post, 1.2.post0",
    "1.0-1, 1.0.post1",
    "1.2-dev2, 1.2.dev2",
    "1.2.dev, 1.2.dev0",
    "1.0+ubuntu-1, 1.0+ubuntu.1",
    "v1.0, 1.0",
    "' 1.0 ', 1.0",
    "1!2.0a1.post2.dev3+x.4, 1!2.0a1.post2.dev3+x.4",
  })
  void haveANormalForm(String written, String normal) {
    assertEquals(normal, version(written).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1.x",
        "1..0",
        "1.0.",
        ".1",
        "1.0+",
        "1.0+a..b",
        "1.0+a_",
        "1!",
        "!1",
        "1.0 a1",
        "1.0a1a2",
        "1.0.*",
        "1.0~1",
        "1,0",
        "１.0",
        "1.0--1"
      })
  void areRefused(String text) {
    assertEquals(Optional.empty(), Pep440Version.parse(text));
  }

  @Test
  void giveTheirParts() {
    var version = version("1!2.3.4rc5.post6.dev7+local.8");
    assertEquals("1", version.epoch().toString());
    assertEquals(List.of(new Numeral("2"), new Numeral("3"), new Numeral("4")), version.release());
    assertEquals("rc5", version.pre().orElseThrow().toString());
    assertEquals("6", version.post().orElseThrow().toString());
    assertEquals("7", version.dev().orElseThrow().toString());
    assertEquals(List.of("local", "8"), version.local());
    assertTrue(version.isPreRelease());
  }
}
