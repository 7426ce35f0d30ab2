package dev.envlens.yaml;

import static dev.envlens.yaml.Broken.broken;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that somebody is in the middle of typing. */
class HalfTypedTest {

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
            "half a key between keys",
            """
            name: train
            «ver»
            image: python:3.10
            """,
            "{name: 'train', image: 'python:3.10'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "one letter of a key at the end",
            """
            name: train
            «v»
            """,
            "{name: 'train'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half a key below a key",
            """
            name: train
            tags:
              a: b
              «own»
            image: x
            """,
            "{name: 'train', tags: {a: 'b'}, image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half a key at the end",
            """
            image: x
            «image»
            """,
            "{image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half a key before its sibling",
            """
            inference_config:
              liveness_route:
                port: 5001
                path: /
              readiness_route:
                «port»
                path: /
              scoring_route:
                port: 5001
                path: /score
            image: x
            """,
            "{inference_config: {liveness_route: {port: '5001', path: '/'}, readiness_route: {path: '/'}, scoring_route: {port: '5001', path: '/score'}}, image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "a key without colon above its mapping",
            """
            inference_config:
              liveness_route:
                port: 5001
                path: /
              «readiness_route»
                port: 1
                path: /
              scoring_route:
                port: 5001
            image: x
            """,
            "{inference_config: {liveness_route: {port: '5001', path: '/'}, readiness_route: {port: '1', path: '/'}, scoring_route: {port: '5001'}}, image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "a first key without colon",
            """
            «conda_file»
            image: x
            """,
            "{image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half keys in four places",
            """
            name: x
            «v»
            image: y
            «t»
            tags:
              «a»
              b: 1
            «d»
            """,
            "{name: 'x', image: 'y', tags: {b: '1'}}",
            "This line has no ':' behind its key: write 'key: value'.",
            "This line has no ':' behind its key: write 'key: value'.",
            "This line has no ':' behind its key: write 'key: value'.",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "a space in the colon's place",
            """
            image: x
            build:
              path: .
              «dockerfile_path Dockerfile»
            version: 2
            """,
            "{image: 'x', build: {path: '.'}, version: '2'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "an equals sign in the colon's place",
            """
            name: y
            «image = x»
            version: 2
            """,
            "{name: 'y', version: '2'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "a colon without a space",
            """
            name: train
            «version:1»
            image: x
            """,
            "{name: 'train', version: '1', image: 'x'}",
            "The ':' needs a space behind it: write 'key: value'."),
        broken(
            "a colon without a space on the first line",
            """
            «version:1»
            image: x
            name: train
            """,
            "{version: '1', image: 'x', name: 'train'}",
            "The ':' needs a space behind it: write 'key: value'."),
        broken(
            "a colon without a space above a sibling",
            """
            tags:
              «a:1»
              b: 2
            name: x
            """,
            "{tags: {a: '1', b: '2'}, name: 'x'}",
            "The ':' needs a space behind it: write 'key: value'."),
        broken(
            "a dash without a space",
            """
            dependencies:
              - python=3.10
              «-numpy»
              - pip
            name: x
            """,
            "{dependencies: ['python=3.10', 'numpy', 'pip'], name: 'x'}",
            "The '-' needs a space behind it: write '- item'."),
        broken(
            "an item without a dash",
            """
            dependencies:
              - python=3.10
              «numpy»
              - pip
            name: x
            """,
            "{dependencies: ['python=3.10', 'pip'], name: 'x'}",
            "This is neither an item nor a key: write '- ' before it, or ':' behind it."),
        broken(
            "half an item in the pip list",
            """
            dependencies:
              - python=3.10
              - pip:
                - azureml
                «num»
              - scipy
            name: x
            """,
            "{dependencies: ['python=3.10', {pip: ['azureml']}, 'scipy'], name: 'x'}",
            "This is neither an item nor a key: write '- ' before it, or ':' behind it."),
        broken(
            "an item of the pip list without a dash",
            """
            dependencies:
              - numpy
              - pip:\s
                «scipy»
              - x
            name: x
            """,
            "{dependencies: ['numpy', {pip: ?}, 'x'], name: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half an item in an inline conda definition",
            """
            conda_file:
              channels:
              - a
              dependencies:
              - python
              «pip»
            image: x
            """,
            "{conda_file: {channels: ['a'], dependencies: ['python']}, image: 'x'}",
            "This is neither an item nor a key: write '- ' before it, or ':' behind it."),
        broken(
            "half an item in a list at the margin",
            """
            dependencies:
            - python
            - numpy=1.0
            «pandas»
            - scipy
            name: x
            """,
            "{dependencies: ['python', 'numpy=1.0', 'scipy'], name: 'x'}",
            "This is neither an item nor a key: write '- ' before it, or ':' behind it."),
        broken(
            "a colon without a key",
            """
            a: 1
            «:» 2
            c: 3
            """,
            "{a: '1', c: '3'}",
            "There is no key before this ':': write one."),
        broken(
            "a colon within a value",
            """
            name: train
            description: this«:» that
            image: x
            """,
            "{name: 'train', description: 'this: that', image: 'x'}",
            "A ':' can't stand within a value: quote the value, or put the key on a line of its own."),
        broken(
            "several colons within a value",
            """
            description: a«:» b: c
            image: x
            """,
            "{description: 'a: b: c', image: 'x'}",
            "A ':' can't stand within a value: quote the value, or put the key on a line of its own."),
        broken(
            "a colon within a value of an item",
            """
            dependencies:
              - python: 3«:» 10
              - pip
            name: x
            """,
            "{dependencies: [{python: '3: 10'}, 'pip'], name: 'x'}",
            "A ':' can't stand within a value: quote the value, or put the key on a line of its own."),
        broken(
            "a colon behind a value",
            """
            a: b«:»
            c: d
            """,
            "{a: 'b:', c: 'd'}",
            "A ':' can't stand within a value: quote the value, or put the key on a line of its own."),
        broken(
            "a mapping on the line of its key",
            """
            name: x
            build: path«:» .
            version: 1
            """,
            "{name: 'x', build: 'path: .', version: '1'}",
            "A ':' can't stand within a value: quote the value, or put the key on a line of its own."),
        broken(
            "half an explicit key",
            """
            ? a
            : 1
            «?b»
            c: 2
            """,
            "{a: '1', c: '2'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "half a document mark",
            """
            a: 1
            «--»
            b: 2
            """,
            "{a: '1', b: '2'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "an item among keys",
            """
            name: x
            «- a»
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "An item can't stand among keys: put it below the key of its list."),
        broken(
            "a list whose key was deleted",
            """
            «- python»
            - pip
            name: x
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "A list can't stand among keys: write a key with ':' on a line above it."),
        broken(
            "text behind a quoted key",
            """
            a: b
            «"c" d»
            e: f
            """,
            "{a: 'b', e: 'f'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "an item on the line of a key without colon",
            """
            conda_file:
              name: x
              «dependencies - python»
                - numpy
                - pip
            image: x
            """,
            "{conda_file: {name: 'x', dependencies: ['numpy', 'pip']}, image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "a block mark behind a key without colon",
            """
            name: x
            «description |»
              a text
              of two lines
            image: y
            """,
            "{name: 'x', description: 'a text\\nof two lines\\n', image: 'y'}",
            "This line has no ':' behind its key: write 'key: value'."));
  }
}
