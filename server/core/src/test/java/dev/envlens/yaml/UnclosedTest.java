package dev.envlens.yaml;

import static dev.envlens.yaml.Broken.broken;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quotes and brackets that are open, or closed once too often. */
class UnclosedTest {

  @ParameterizedTest
  @MethodSource("cases")
  void theRestIsRead(Broken broken) {
    broken.check();
  }

  @ParameterizedTest
  @MethodSource("casesAmongKeys")
  void theSameAmidALongFile(Broken broken) {
    broken.checkAmidALongFile();
  }

  static Stream<Broken> casesAmongKeys() {
    return cases().filter(Broken::canStandAmongKeys);
  }

  static Stream<Broken> cases() {
    return Stream.of(
        broken(
            "a double quote",
            """
            name: «"train»
            image: x
            version: 1
            """,
            "{name: 'train', image: 'x', version: '1'}",
            "This quote isn't closed: add \"."),
        broken(
            "a single quote",
            """
            name: train
            version: 1
            image: «'x»
            """,
            "{name: 'train', version: '1', image: 'x'}",
            "This quote isn't closed: add '."),
        broken(
            "a quote that the next one closes",
            """
            name: «'train»
            image: 'x'
            tags: {a: 'b'}
            """,
            "{name: 'train', image: 'x', tags: {a: 'b'}}",
            "This quote isn't closed: add '."),
        broken(
            "a quote above many others",
            """
            name: «"x»
            image: "y"
            tags: {a: "b"}
            conda_file: "c"
            """,
            "{name: 'x', image: 'y', tags: {a: 'b'}, conda_file: 'c'}",
            "This quote isn't closed: add \"."),
        broken(
            "a quote of a key with a value",
            """
            «"name: x»
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "This quote isn't closed: add \"."),
        broken(
            "half a quoted key",
            """
            name: x
            «"ima»
            version: 1
            """,
            "{name: 'x', version: '1'}",
            "This quote isn't closed: add \"."),
        broken(
            "a quote in a list",
            """
            dependencies:
              - «"numpy»
              - pip
            name: x
            """,
            "{dependencies: ['numpy', 'pip'], name: 'x'}",
            "This quote isn't closed: add \"."),
        broken(
            "a quote in the pip list",
            """
            dependencies:
              - numpy
              - pip:
                - «"azure»
                - scipy
              - x
            name: x
            """,
            "{dependencies: ['numpy', {pip: ['azure', 'scipy']}, 'x'], name: 'x'}",
            "This quote isn't closed: add \"."),
        broken(
            "a quote above a comment",
            """
            a: "x" # c
            b: «"y»
            # comment
            c: d
            """,
            "{a: 'x', b: 'y', c: 'd'}",
            "This quote isn't closed: add \"."),
        broken(
            "text behind a quote",
            """
            name: "tr" «ain»
            image: y
            """,
            "{name: ?, image: 'y'}",
            "Text can't follow the closing quote: remove it, or write \\\" for a quote within the value."),
        broken(
            "an apostrophe in single quotes",
            """
            a: 'it'«s me'»
            b: c
            """,
            "{a: ?, b: 'c'}",
            "Text can't follow the closing quote: remove it, or write '' for a quote within the value."),
        broken(
            "quotes in double quotes",
            """
            a: "say "«hi" now"»
            b: c
            """,
            "{a: ?, b: 'c'}",
            "Text can't follow the closing quote: remove it, or write \\\" for a quote within the value."),
        broken(
            "a bracket",
            """
            channels: «[conda-forge»
            dependencies:
              - python=3.10
            """,
            "{channels: ['conda-forge'], dependencies: ['python=3.10']}",
            "This list isn't closed: add ']'."),
        broken(
            "a brace",
            """
            tags: «{a: 1»
            name: x
            image: y
            """,
            "{tags: {a: '1'}, name: 'x', image: 'y'}",
            "This mapping isn't closed: add '}'."),
        broken(
            "brackets in braces",
            """
            tags: {a: 1, b: «[1, 2»
            name: x
            """,
            "{tags: {a: '1', b: ['1', '2']}, name: 'x'}",
            "This list isn't closed: add ']'."),
        broken(
            "a quote in braces",
            """
            tags: {a: 1, b: «"x»
            name: x
            """,
            "{tags: {a: '1', b: 'x'}, name: 'x'}",
            "This quote isn't closed: add \"."),
        broken(
            "a bracket in a list",
            """
            dependencies:
              - numpy
              - «[pip»
              - x
            name: x
            """,
            "{dependencies: ['numpy', ['pip'], 'x'], name: 'x'}",
            "This list isn't closed: add ']'."),
        broken(
            "half a key and a brace",
            """
            name: x
            «ver»
            image: y
            tags: «{a»
            foo: bar
            """,
            "{name: 'x', image: 'y', tags: {a: ?}, foo: 'bar'}",
            "This line has no ':' behind its key: write 'key: value'.",
            "This mapping isn't closed: add '}'."),
        broken(
            "a bracket before another's end",
            """
            a: {b: «[1, 2»}
            c: d
            """,
            "{a: {b: ['1', '2']}, c: 'd'}",
            "This list isn't closed: add ']'."),
        broken(
            "a brace before another's end",
            """
            a: [b: «{1, 2»]
            c: d
            """,
            "{a: [{b: {1: null, 2: ?}}], c: 'd'}",
            "This mapping isn't closed: add '}'."),
        broken(
            "a brace behind half a value",
            """
            tags: «{owner: team, x:»\s
            image: y
            version: 2
            """,
            "{tags: {owner: 'team', x: ?}, image: 'y', version: '2'}",
            "This mapping isn't closed: add '}'."),
        broken(
            "a bracket behind a comma",
            """
            channels: «[a, b,»\s
            dependencies:
            - python
            - pip
            """,
            "{channels: ['a', 'b'], dependencies: ['python', 'pip']}",
            "This list isn't closed: add ']'."),
        broken(
            "braces in braces",
            """
            name: x
            inference_config: {liveness_route: {port: 1, path: /}, readiness_route: «{port: 2, path: /»
            version: 1
            """,
            "{name: 'x', inference_config: {liveness_route: {port: '1', path: '/'}, readiness_route: {port: '2', path: '/'}}, version: '1'}",
            "This mapping isn't closed: add '}'."),
        broken(
            "a brace above a comment",
            """
            name: x
            tags: «{a: 1, b: 2»
            # comment
            image: y
            """,
            "{name: 'x', tags: {a: '1', b: '2'}, image: 'y'}",
            "This mapping isn't closed: add '}'."),
        broken(
            "a bracket over two lines",
            """
            image: x
            tags: «[a, b»
              c, d
            name: y
            """,
            "{image: 'x', tags: ['a', 'b c', 'd'], name: 'y'}",
            "This list isn't closed: add ']'."),
        broken(
            "a bracket too many",
            """
            list: [a, b]«]»
            image: y
            """,
            "{list: ['a', 'b'], image: 'y'}",
            "There is nothing that this ']' closes: remove it."),
        broken(
            "a brace too many",
            """
            tags: {a: 1}«}»
            image: y
            """,
            "{tags: {a: '1'}, image: 'y'}",
            "There is nothing that this '}' closes: remove it."),
        broken(
            "a brace alone on a line",
            """
            name: train
            «}»
            image: x
            """,
            "{name: 'train', image: 'x'}",
            "There is nothing that this '}' closes: remove it."),
        broken(
            "a missing comma in braces",
            """
            a: {b: 1, c}
            d: {e: 1 «f»: 2}
            g: h
            """,
            "{a: {b: '1', c: null}, d: {e: '1', f: '2'}, g: 'h'}",
            "There is no ',' before this: add one."),
        broken(
            "commas without values",
            """
            l: [a, b c: d]
            m: [«,»]
            n: [a,«,»b]
            o: p
            """,
            "{l: ['a', {'b c': 'd'}], m: [], n: ['a', 'b'], o: 'p'}",
            "There is nothing before this ',': remove it.",
            "There is nothing before this ',': remove it."),
        broken(
            "a placeholder",
            """
            a: 1
            b: «{{x»
            c: 2
            """,
            "{a: '1', b: '{{x', c: '2'}",
            "This placeholder isn't closed: add '}}'."),
        broken(
            "JSON, a value that isn't there",
            """
            {
              "name": "x",
              «"image":»\s
              "version": 1
            }
            """,
            "{name: 'x', image: ?, version: '1'}",
            "This key has no value: write one behind the ':'."),
        broken(
            "JSON, a missing comma",
            """
            {
              "name": "x"
              «"image": "y"»,
              "version": 1
            }
            """,
            "{name: 'x', image: 'y', version: '1'}",
            "There is no ',' before this: add one."),
        broken(
            "JSON, half a key",
            """
            {
              "name": "x",
              «"im»
              "version": "1"
            }
            """,
            "{name: 'x', version: '1'}",
            "This quote isn't closed: add \"."),
        broken(
            "JSON, brackets at the end",
            """
            {
              "name": "x",
              "list": «["a", "b"»
            """,
            "{name: 'x', list: ['a', 'b']}",
            "This list isn't closed: add ']'."),
        broken(
            "JSON, a quote of a value",
            """
            {
              "name": «"x,»
              "image": "y",
              "version": "1"
            }
            """,
            "{name: 'x', image: 'y', version: '1'}",
            "This quote isn't closed: add \"."),
        broken(
            "JSON, a quote in a list",
            """
            {
              "name": "x",
              "conda_file": {
                "channels": ["a", «"b],»
                "dependencies": ["python"]
              }
            }
            """,
            "{name: 'x', conda_file: {channels: ['a', 'b'], dependencies: ['python']}}",
            "This quote isn't closed: add \"."),
        broken(
            "a quote, a bracket and a bad value",
            """
            a: «"x»
            b: ok
            c: «[1»
            d: ok
            e: «@»
            f: ok
            """,
            "{a: 'x', b: 'ok', c: ['1'], d: 'ok', e: ?, f: 'ok'}",
            "This quote isn't closed: add \".",
            "This list isn't closed: add ']'.",
            "A value can't start with '@': quote it."),
        broken(
            "a quote and a brace",
            """
            dependencies:
            - python=3.8
            - pip:
              - azureml-core==1.1
              - «"numpy>=1.2»
            - scipy
            - pip: «{»
            channels:
            - x
            """,
            "{dependencies: ['python=3.8', {pip: ['azureml-core==1.1', 'numpy>=1.2']}, 'scipy', {pip: {}}], channels: ['x']}",
            "This quote isn't closed: add \".",
            "This mapping isn't closed: add '}'."),
        broken(
            "a stray bracket before a key",
            """
            conda_file:
              «[ channels: [a]»
              dependencies:
                - python
                - pip
            image: x
            """,
            "{conda_file: {channels: ['a'], dependencies: ['python', 'pip']}, image: 'x'}",
            "This list isn't closed: add ']'."));
  }
}
