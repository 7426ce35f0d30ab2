package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unquoted template placeholders are read as the text that they are. */
class PlaceholdersTest {

  @ParameterizedTest
  @MethodSource
  void areText(String marked, String tree) {
    var yaml = Yaml.parse(marked.replaceAll("[«»]", ""));
    assertAll(
        () -> assertEquals(List.of(), yaml.problems()),
        () -> assertEquals(tree, Trees.print(yaml)),
        () -> assertEquals(marked, Trees.markScalars(yaml)));
  }

  static Stream<Arguments> areText() {
    return Stream.of(
        arguments("«k»: «{{x}}»\n", "{k: '{{x}}'}"),
        arguments("«k»: «{{ x }}» # c\n", "{k: '{{ x }}'}"),
        arguments("«k»: «name:{{tag}}-{{b}}»\n", "{k: 'name:{{tag}}-{{b}}'}"),
        arguments("«k»: [«{{x}}», «{{ y }}»]\n", "{k: ['{{x}}', '{{ y }}']}"),
        arguments("«k»: {«a»: «{{x}}»}\n", "{k: {a: '{{x}}'}}"),
        arguments("«{{k}}»: «v»\n", "{'{{k}}': 'v'}"),
        arguments("- «{{item}}»\n- «pkg=={{v}}»\n", "['{{item}}', 'pkg=={{v}}']"),
        arguments("«k»: «${{ inputs.x }}»\n", "{k: '${{ inputs.x }}'}"),
        arguments("«k»: «{{ a: b, [c] # d }}»\n", "{k: '{{ a: b, [c] # d }}'}"),
        arguments("«k»: «{{ a | default(\"q\") }}»\n", "{k: '{{ a | default(\"q\") }}'}"),
        arguments("«k»: «{{ {{ x }} }}»\n", "{k: '{{ {{ x }} }}'}"),
        arguments("«k»: «\"{{ \\\"x\\\" }}\"»\n", "{k: '{{ \"x\" }}'}"),
        arguments("«k»: «'{{ x }}, {{ ''y'' }}'»\n", "{k: '{{ x }}, {{ 'y' }}'}"),
        arguments("«k»: [«\"{{\"», «\"}}\"»]\n", "{k: ['{{', '}}']}"),
        arguments("«k»: «|\n  {{ x }}: #»\n", "{k: '{{ x }}: #\\n'}"),
        arguments("# {{ x }}\n«k»: «v»\n", "{k: 'v'}"),
        arguments("«k»: {«a»: {«b»: «c»}}\n", "{k: {a: {b: 'c'}}}"));
  }
}
