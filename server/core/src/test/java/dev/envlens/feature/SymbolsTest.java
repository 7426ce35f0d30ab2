package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Given;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SymbolsTest {

  private static String outline(String text) {
    return outline(Symbols.of(Given.file(text).contents()), "");
  }

  private static String outline(List<Symbol> symbols, String indent) {
    return symbols.stream()
        .map(
            symbol ->
                "%s%s %s%s\n%s"
                    .formatted(
                        indent,
                        symbol.kind(),
                        symbol.name(),
                        symbol.detail().isEmpty() ? "" : ": " + symbol.detail(),
                        outline(symbol.children(), indent + "  ")))
        .collect(Collectors.joining());
  }

  @Test
  void aSecretIsNotShown() {
    var image = outline("{name: x, image: 'me:hunter2secret@example.com/a'}");
    assertTrue(image.contains("IMAGE image: me:***@example.com/a"), image);
    var channels =
        outline(
            """
            channels: ['https://example.com/t/hunter2secret/c']
            dependencies: [{pip: ['git+https://me:hunter2secret@example.com/a']}]
            """);
    assertTrue(channels.contains("CHANNEL https://example.com/t/***/c"), channels);
    assertTrue(channels.contains("git+https://me:***@example.com/a"), channels);
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    var names = outline("name: " + "x".repeat(78) + "🐍".repeat(20) + "\nimage: a\n");
    assertFalse(names.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), names);
  }

  @Test
  void anEnvironmentShowsItsKeysAndPackages() {
    assertEquals(
        """
        ENVIRONMENT train: system-managed
          SETTING name: train
          IMAGE image: python:3.10
          CONDA conda_file
            SETTING channels
              CHANNEL conda-forge
            SETTING dependencies
              PACKAGE python=3.10
              SETTING pip
                PACKAGE numpy==1.26.4: pip
          SETTING tags
        """,
        outline(
            """
            name: train
            image: python:3.10
            conda_file:
              channels: [conda-forge]
              dependencies:
                - python=3.10
                - pip:
                    - numpy==1.26.4
            tags: {a: b}
            """));
  }

  @Test
  void usesOfAJobAreShown() {
    assertEquals(
        """
        ENVIRONMENT environment: user-managed
          BUILD build
        REFERENCE azureml:x:1: environment
        """,
        outline(
            """
            type: pipeline
            jobs:
              a: {environment: {build: {path: .}}}
              b: {environment: azureml:x:1}
            """));
  }

  @Test
  void aCondaFileShowsItsPackages() {
    assertEquals(
        """
        SETTING dependencies
          PACKAGE ?
          PACKAGE numpy
          PACKAGE ?
        """,
        outline("dependencies: ['{{a}}', numpy, [b]]\n"));
  }

  @Test
  void namesAreOneLineAndNeverBlank() {
    assertEquals(
        """
        ENVIRONMENT ?: user-managed
          SETTING name
          IMAGE image: a
          SETTING description: one
        """,
        outline("{name: ' ', image: a, description: \"one\\ntwo\"}"));
    assertEquals(
        "REFERENCE azureml:x:1: environment\n",
        outline(
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: |
              azureml:x:1

              more
            """));
  }

  @Test
  void whatStandsBehindAnAliasIsNoChild() {
    assertEquals(
        """
        ENVIRONMENT environment: system-managed
          IMAGE image: a
          CONDA conda_file
        """,
        outline(
            """
            type: command
            conda: &c {dependencies: [numpy]}
            environment: {image: a, conda_file: *c}
            """));
  }

  @Test
  void theStagesOfADockerfileAreShown() {
    String text = "FROM python:3.10 AS base\nRUN a\nFROM base\n";
    var source = new DockerfileSource(MemoryFiles.uri("Dockerfile"), text, Dockerfile.parse(text));
    assertEquals(
        """
        STAGE base: python:3.10
        STAGE base
        """,
        outline(Symbols.of(source), ""));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "name: x\n",
            "name: &n x\n",
            "image: a\n",
            "image:\n",
            "conda_file: &c\n  dependencies: &d\n",
            "  - numpy\n",
            "  - pip: [a, *n]\n",
            "  - pip:\n    - b\n",
            "  channels: [c, ~, '']\n",
            "conda_file: *c\n",
            "<<: *c\n",
            "<<: [*c, {name: y}]\n",
            "dependencies: *d\n",
            "dependencies: [a, {pip: [b]}, {pip: }, [c]]\n",
            "build: {path: ., a: *n}\n",
            "environment: {image: a, conda_file: *c}\n",
            "environment:\n  <<: *c\n  image: b\n",
            "environment: azureml:x:1\n",
            "type: command\n",
            "docker: {baseImage: a}\npython: {condaDependencies: *c}\n",
            "? [a]\n: b\n",
            "\"\": a\n",
            "{name: x, image: [\n",
            "---\n",
            "# 🐍\r\n",
            "\t")
        .list()
        .ofMaxSize(9)
        .map(lines -> String.join("", lines));
  }

  @Property(tries = 3000)
  void everySymbolHoldsItsSelectionAndItsChildren(@ForAll("texts") String text) {
    var whole = new TextRange(0, text.length());
    for (var symbol : Symbols.of(Given.file(text).contents())) {
      assertWithin(whole, symbol, text);
    }
  }

  private static void assertWithin(TextRange outer, Symbol symbol, String text) {
    assertTrue(outer.contains(symbol.range()), () -> symbol + " in " + text);
    assertTrue(symbol.range().contains(symbol.selection()), () -> symbol + " in " + text);
    assertFalse(symbol.name().isBlank(), () -> symbol + " in " + text);
    symbol.children().forEach(child -> assertWithin(symbol.range(), child, text));
  }

  @Property(tries = 1000)
  void nothingFailsWhereverThePointerIs(
      @ForAll("texts") String text, @ForAll("besides") int place) {
    var given = Given.file(text);
    int offset = text.isEmpty() ? 0 : place % (text.length() + 1);
    var hover = Hovers.at(given.contents(), offset, given.files(), new Hover.Options(true));
    assertTrue(
        hover.isEmpty() || new TextRange(0, text.length()).contains(hover.get().range()), text);
    assertTrue(Links.of(given.contents(), given.files()).isEmpty());
  }

  @Provide
  Arbitrary<Integer> besides() {
    return Arbitraries.integers().between(0, 10_000);
  }
}
