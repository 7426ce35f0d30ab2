package dev.envlens.yaml;

import static dev.envlens.yaml.Broken.broken;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that stand too far in or not far enough. */
class IndentationTest {

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
            "a key one space in",
            """
            name: train
             «image»: x
            version: 1
            """,
            "{name: 'train', image: 'x', version: '1'}",
            "This line is indented by 1 space, which fits no line above it: don't indent it."),
        broken(
            "a key two spaces in",
            """
            name: train
              «image»: x
            version: 1
            """,
            "{name: 'train', image: 'x', version: '1'}",
            "This line is indented by 2 spaces, which fits no line above it: don't indent it."),
        broken(
            "a key between two levels",
            """
            tags:
              a: 1
             «b»: 2
            name: x
            """,
            "{tags: {a: '1', b: '2'}, name: 'x'}",
            "This line is indented by 1 space, which fits no line above it: indent it by 2 spaces."),
        broken(
            "a key too deep",
            """
            tags:
              a: 1
                «b»: 2
            name: x
            """,
            "{tags: {a: '1', b: '2'}, name: 'x'}",
            "This line is indented by 4 spaces, which fits no line above it: indent it by 2 spaces."),
        broken(
            "a key not deep enough",
            """
            image: x
            build:
               path: .
              «dockerfile_path»: Dockerfile
            version: 2
            """,
            "{image: 'x', build: {path: '.', dockerfile_path: 'Dockerfile'}, version: '2'}",
            "This line is indented by 2 spaces, which fits no line above it: indent it by 3 spaces."),
        broken(
            "a key with a block, not deep enough",
            """
            tags:
              a: 1
             «b»:
               c: 2
            name: x
            """,
            "{tags: {a: '1', b: {c: '2'}}, name: 'x'}",
            "This line is indented by 1 space, which fits no line above it: indent it by 2 spaces."),
        broken(
            "a key with a block between two levels",
            """
            services:
                web:
                    image: x
                 «ports»:
                    - "1"
                db:
                    image: y
            """,
            "{services: {web: {image: 'x'}, ports: ['1'], db: {image: 'y'}}}",
            "This line is indented by 5 spaces, which fits no line above it: indent it by 4 spaces."),
        broken(
            "a key one space too deep",
            """
            tags:
              a: 1
               «b»: 2
              c: 3
            name: x
            """,
            "{tags: {a: '1', b: '2', c: '3'}, name: 'x'}",
            "This line is indented by 3 spaces, which fits no line above it: indent it by 2 spaces."),
        broken(
            "a key among items",
            """
            conda_file:
              name: x
              dependencies:
                - python
                «name»: x
              channels: [a]
            image: z
            """,
            "{conda_file: {name: 'x', dependencies: ['python'], name: 'x', channels: ['a']}, image: 'z'}",
            "This line is indented by 4 spaces, which fits no line above it: indent it by 2 spaces."),
        broken(
            "an item not deep enough",
            """
            dependencies:
              - python=3.10
             «- numpy»
              - pip
            name: x
            """,
            "{dependencies: ['python=3.10', 'numpy', 'pip'], name: 'x'}",
            "This line is indented by 1 space, which fits no line above it: indent it by 2 spaces."),
        broken(
            "an item of the pip list at the wrong place",
            """
            dependencies:
            - python
            - pip:
              - a
              - b
             «- c»
            name: x
            """,
            "{dependencies: ['python', {pip: ['a', 'b', 'c']}], name: 'x'}",
            "This line is indented by 1 space, which fits no line above it: indent it by 2 spaces."),
        broken(
            "an item of an inline definition's pip list",
            """
            environment:
              image: x
              conda_file:
                dependencies:
                  - python
                  - pip:
                      - a
                     «- b»
                  - c
            command: x
            """,
            "{environment: {image: 'x', conda_file: {dependencies: ['python', {pip: ['a', 'b']}, 'c']}}, command: 'x'}",
            "This line is indented by 9 spaces, which fits no line above it: indent it by 10 spaces."),
        broken(
            "an item with a space before it",
            """
            - a
            - b: c
             «- d»
            - e
            """,
            "['a', {b: 'c'}, 'd', 'e']",
            "This line is indented by 1 space, which fits no line above it: don't indent it."),
        broken(
            "a key below a comment",
            """
            name: x
             # comment
              «image»: y
            version: 1
            """,
            "{name: 'x', image: 'y', version: '1'}",
            "This line is indented by 2 spaces, which fits no line above it: don't indent it."),
        broken(
            "text that isn't indented",
            """
            description: |
            «bad»
            image: x
            """,
            "{description: '', image: 'x'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "text that isn't indented enough",
            """
            description: |
              a
             «b»
            image: x
            """,
            "{description: 'a\\nb\\n', image: 'x'}",
            "This line is indented by 1 space, which fits no line above it: indent it by 2 spaces."),
        broken(
            "an empty line deeper than its text",
            """
            description: |
            «      »
              text
            name: x
            """,
            "{description: '\\ntext\\n', name: 'x'}",
            "This empty line is indented deeper than the text below it: remove its spaces."),
        broken(
            "items behind tabs",
            """
            dependencies:
            «→»- python
            →- pip
            name: x
            """,
            "{dependencies: ['python', 'pip'], name: 'x'}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "keys behind tabs",
            """
            tags:
            «→»a: 1
            →b: 2
            name: x
            """,
            "{tags: {a: '1', b: '2'}, name: 'x'}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "a tab behind a colon",
            """
            name:«→»x
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "tabs at ends of lines and behind colons",
            """
            name: x«→»
            image: y
            tags:→# c
              a:→b
            """,
            "{name: 'x', image: 'y', tags: {a: 'b'}}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "a first item too deep",
            """
            dependencies:
                 «- python»
                - pip
                - numpy
            name: x
            """,
            "{dependencies: ['python', 'pip', 'numpy'], name: 'x'}",
            "This line is indented by 5 spaces, which fits no line above it: indent it by 4 spaces."),
        broken(
            "a first key too deep",
            """
            tags:
                «owner»: a
              cost: b
              more: c
            name: x
            """,
            "{tags: {owner: 'a', cost: 'b', more: 'c'}, name: 'x'}",
            "This line is indented by 4 spaces, which fits no line above it: indent it by 2 spaces."),
        broken(
            "a tab as wide as four spaces",
            """
            dependencies:
                - python
            «→»- pip
                - numpy
            name: x
            """,
            "{dependencies: ['python', 'pip', 'numpy'], name: 'x'}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "a tab as wide as two spaces",
            """
            tags:
              a: 1
            «→»b: 2
              c: 3
            name: x
            """,
            "{tags: {a: '1', b: '2', c: '3'}, name: 'x'}",
            "YAML doesn't take a tab here: use spaces."),
        broken(
            "lines of text below a quoted value",
            """
            image: "x"
              «lost text»

              more of it
            name: y
            """,
            "{image: 'x', name: 'y'}",
            "This doesn't fit what stands above it: check its indentation and its dash."));
  }
}
