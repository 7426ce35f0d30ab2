package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedDependenciesTest {

  private static final String SORT = "Sort the dependencies (new hash)";

  @Test
  void packagesAreSortedByNameAndPipComesLast() {
    var rewrite =
        Rewrite.of(
            "conda.yml",
            """
            channels: [b, a]
            dependencies<caret>:
              # the language
              - python=3.11  # ours
              - pip=24.0
              - pip:
                  # fast
                  - Zope.interface==6.0
                  - --extra-index-url https://example.org
                  - azure_core==1.0  # core
                  - azure-ai-ml==1.1
              - "Numpy=1.26.4"
              # the end
            """);
    String expected =
        """
        channels: [b, a]
        dependencies:
          - "Numpy=1.26.4"
          # the language
          - python=3.11  # ours
          - pip=24.0
          - pip:
              - --extra-index-url https://example.org
              - azure-ai-ml==1.1
              - azure_core==1.0  # core
              # fast
              - Zope.interface==6.0
          # the end
        """;
    rewrite.by(SORT).as(Refactoring.Kind.REWRITE).reads("conda.yml", expected);
    rewrite.inWindows().by(SORT).reads("conda.yml", expected.replace("\n", "\r\n"));
  }

  @Test
  void inlineItMovesTheHash() {
    Rewrite.of(
            "environment.yml",
            """
            name: x
            image: python:3.11.4
            conda_file:
              channels: [conda-forge]
              dependencies:
              - python=3.11
              - «pip=24.0
              - {pip: [b==1, 'a==2']}
              - numpy=1.26.4»""")
        .by(SORT)
        .reads(
            "environment.yml",
            """
            name: x
            image: python:3.11.4
            conda_file:
              channels: [conda-forge]
              dependencies:
              - numpy=1.26.4
              - python=3.11
              - pip=24.0
              - {pip: ['a==2', b==1]}""");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "[python=3.11, pip=24.0, numpy=1.26.4]; [numpy=1.26.4, python=3.11, pip=24.0]",
        "[pip=24.0, {pip: [b==1, a==1]}]; [pip=24.0, {pip: [a==1, b==1]}]",
        "[{pip: [b==1]}, pip=24.0, 'a=1.0.0' ]; ['a=1.0.0', pip=24.0, {pip: [b==1]} ]"
      })
  void itWorksInBrackets(String before, String after) {
    String text = "channels: [b, a]\n<caret>dependencies: %s\n";
    Rewrite.of("conda.yml", text.formatted(before))
        .by(SORT)
        .reads("conda.yml", text.replace("<caret>", "").formatted(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a=1.0.0, b=1.0.0, pip=24.0, {pip: [c==1]}]",
        "[b=1.0.0, &x a=1.0.0]",
        "[b=1.0.0, '{{a}}']",
        "[b=1.0.0, # this\n  a=1.0.0]",
        "\n  - b=1.0.0\n  - &x a=1.0.0",
        "\n  - b=1.0.0\n  -\n    a=1.0.0"
      })
  void whatIsSortedOrCantBeIsLeftAlone(String list) {
    assertEquals(
        List.of(),
        Rewrite.of("conda.yml", "channels: [x]\n<caret>dependencies: " + list + "\n")
            .titles()
            .stream()
            .filter(SORT::equals)
            .toList());
  }
}
