package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        «# first»
        a: «# behind a key»
          «# on its own»
          - b «# behind an item»
          - "c # no" «# behind a quote»
          - d#no
          - [x, «# in brackets # twice»
             y, z#no]
          - 'q # no
            # no'
        e: over
          two lines «# behind the second»
        f: {g: h} «#»
        """,
        """
        a: | «# behind a block mark»
          # no
          text # no

        «# after the text»
        b: >-
          # no
        c: «# behind an empty value»
        """,
        "\uFEFF«# behind a mark»\na: 1\n",
        "a: 1 «# x»\r\n«# y»\rb: 2\t«# z»",
        "«# x»",
        "a: {{ # no }} «# yes»\n",
        "---\n«# empty»\n--- «# c»\na\n...\n«# end»\n",
      })
  void standWhereTheyAre(String marked) {
    var yaml = Yaml.parse(marked.replaceAll("[«»]", ""));
    assertEquals(marked, Trees.markComments(yaml));
  }

  @Test
  void holdWhatFollowsTheMark() {
    assertEquals(
        " envlens: ignore", Yaml.parse("a: 1 # envlens: ignore\n").comments().get(0).text());
  }

  @Test
  void areFoundBesideWhatIsBroken() {
    assertEquals(
        "a: 1 «# one»\nbroken «# two»\nb: 2 «# three»\n",
        Trees.markComments(Yaml.parse("a: 1 # one\nbroken # two\nb: 2 # three\n")));
  }
}
