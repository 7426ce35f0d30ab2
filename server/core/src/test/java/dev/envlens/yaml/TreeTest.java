package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where keys, values, items and lists stand, to the character. */
class TreeTest {

  @ParameterizedTest
  @MethodSource
  void scalars(String marked, String tree) {
    var yaml = parse(marked);
    assertAll(
        () -> assertEquals(List.of(), yaml.problems()),
        () -> assertEquals(tree, Trees.print(yaml)),
        () -> assertEquals(marked, Trees.markScalars(yaml)));
  }

  static Stream<Arguments> scalars() {
    return Stream.of(
        arguments(
            """
            «name»: «train»
            «tags»:
              «owner»: «a team»
              «"quoted key"»: «'single ''quoted'' value'»
            «list»:
              - «one»
              - - «two»
                - «three»
              - «a»: «1»
                «b»: «2»
            """,
            "{name: 'train', tags: {owner: 'a team', 'quoted key': 'single 'quoted' value'},"
                + " list: ['one', ['two', 'three'], {a: '1', b: '2'}]}"),
        arguments(
            """
            «list»: [«a», «"b, c"», [«d»], {«e»: «1», «f»: «"\\u0041\\n"»}, «g h»]
            «map»: {«a»: {«b»: «c»}, «"d":e»:«»}
            «json»: {"a":1}
            """
                .replace("«\"d\":e»:«»", "«\"d\"»:«e»")
                .replace("{\"a\":1}", "{«\"a\"»:«1»}"),
            "{list: ['a', 'b, c', ['d'], {e: '1', f: 'A\\n'}, 'g h'],"
                + " map: {a: {b: 'c'}, d: 'e'}, json: {a: '1'}}"),
        arguments(
            """
            «literal»: «| # not read
              one # text
              two»

            «folded»: «>-2
               deeper
              text»
            «kept»: «|+
              x»

            «item»:
              - «|
                y»
            """,
            "{literal: 'one # text\\ntwo\\n', folded: ' deeper\\ntext', kept: 'x\\n\\n',"
                + " item: ['y\\n']}"),
        arguments(
            """
            «plain»: «over
              two lines»
            «double»: «"over \\
              two
              lines"»
            «single»: «'with

              a gap'»
            """,
            "{plain: 'over two lines', double: 'over two lines', single: 'with\\na gap'}"),
        arguments(
            """
            «nothing»:«»
            «comment»:«» # here
            «tilde»: «~»
            «null»: «null»
            «Null»: «Null»
            «quoted»: «""»
            «text»: «"null"»
            «items»:
              -«»
              - «~»
            """,
            "{nothing: null, comment: null, tilde: null, null: null, Null: null, quoted: '',"
                + " text: 'null', items: [null, null]}"),
        arguments(
            """
            «a»: &x {«k»: «1»}
            «b»: *x
            «c»: !!str «5»
            «d»: &y !!str «"q"»
            «e»: !local &z
              «k»: «v»
            «f»: &w # comment
              - «1»
            *y : «g»
            """
                .replace("*y :", "«*y» :"),
            "{a: {k: '1'}, b: {k: '1'}, c: '5', d: 'q', e: {k: 'v'}, f: ['1'], q: 'g'}"),
        arguments(
            """
            ? «a»
            : «1»
            ? [«b», «c»]
            : - «d»
            ? «e»«»
            «f»: {«g»«», «h»: «i»}
            """,
            "{a: '1', ['b', 'c']: ['d'], e: null, f: {g: null, h: 'i'}}"),
        arguments(
            """
            %YAML 1.2
            ---
            «a»: «1»
            ...
            ---
            - «b»
            ---
            ---
            «c»
            """,
            "{a: '1'}\n['b']\n(empty)\n'c'"),
        arguments("", ""),
        arguments("# nothing but a comment\n", ""),
        arguments("«only»", "'only'"));
  }

  @ParameterizedTest
  @MethodSource
  void collections(String marked) {
    assertEquals(marked, Trees.markCollections(parse(marked)));
  }

  static Stream<String> collections() {
    return Stream.of(
        """
        «a: 1
        b:
          «- x
          - «c: 1
            d: 2»
          # behind the last key, not in it
          - «[y,
             z]»»
        e: «{f: «[]»}»
        g: &x «{}»
        h: *x
        i: !!map
          «j: k»»  # comment

        # end
        """,
        """
        «- «- a
          - b»
        - |
          text»

        """);
  }

  @ParameterizedTest
  @MethodSource
  void entriesAndItems(String marked) {
    assertEquals(marked, Trees.markMembers(parse(marked)));
  }

  static Stream<String> entriesAndItems() {
    return Stream.of(
        """
        «a: 1» # comment
        «"b" : [«x», «{«c: d», «e»}»]»
        «f: &x
          - «"y"»
          - «*x2»»
        «g:»
        «h: |
          text»

        ? «i
        : j»
        """
            .replace("f: &x", "f:")
            .replace("«\"y\"»", "&x2 «\"y\"»"));
  }

  private static Yaml parse(String marked) {
    return Yaml.parse(marked.replaceAll("[«»]", ""));
  }
}
