package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts in a mapping: the last of duplicate keys, and what merge keys bring. */
class MappingTest {

  @ParameterizedTest
  @MethodSource
  void effectiveEntries(String yaml, String expected) {
    var mapping = mapping(yaml).mapping("m").orElseThrow();
    String actual =
        mapping.effective().stream()
            .map(entry -> entry.name() + "=" + Trees.print(entry.value()))
            .collect(Collectors.joining(" "));
    assertEquals(expected, actual);
    mapping
        .effective()
        .forEach(entry -> assertEquals(entry, mapping.entry(entry.name()).orElseThrow()));
  }

  static Stream<Arguments> effectiveEntries() {
    return Stream.of(
        arguments("m: {a: 1, b: 2}", "a='1' b='2'"),
        arguments("m: {a: 1, b: 2, a: 3}", "a='3' b='2'"),
        arguments("x: &x {a: 1, b: 2}\nm: {<<: *x, b: 3, c: 4}", "b='3' c='4' a='1'"),
        arguments("x: &x {a: 1, b: 2}\nm: {b: 3, <<: *x}", "b='3' a='1'"),
        arguments("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nm: {<<: [*x, *y]}", "a='1' b='2'"),
        arguments(
            "x: &x {a: 1, b: 1}\ny: &y {<<: *x, b: 2}\nm: {<<: *y, c: 3}", "c='3' b='2' a='1'"),
        arguments("m: {<<: {a: 1}, b: 2}", "b='2' a='1'"),
        arguments("m: {\"<<\": {a: 1}}", "<<={a: '1'}"),
        arguments("m: {<<: text}", "<<='text'"),
        arguments("x: &x {a: 1}\nm: {<<: [*x, text]}", "a='1'"));
  }

  @Test
  void nullIsNoScalarAndNoKeyIsNothing() {
    var mapping = mapping("a: ~\nb: text\nc: []\n");
    assertTrue(mapping.has("a"));
    assertTrue(mapping.scalar("a").isEmpty());
    assertEquals("text", mapping.scalar("b").orElseThrow().text());
    assertTrue(mapping.scalar("c").isEmpty());
    assertTrue(mapping.get("d").isEmpty());
  }

  private static Mapping mapping(String yaml) {
    return Yaml.parse(yaml).documents().get(0).mapping().orElseThrow();
  }
}
