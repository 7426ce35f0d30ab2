package dev.envlens.yaml;

import static dev.envlens.yaml.Broken.broken;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Characters that mean something else in YAML than was meant. */
class StrayCharactersTest {

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
            "an at sign alone",
            """
            name: train
            «@»
            image: x
            """,
            "{name: 'train', image: 'x'}",
            "A value can't start with '@': quote it."),
        broken(
            "an at sign before a value",
            """
            name: «@x»
            image: y
            """,
            "{name: ?, image: 'y'}",
            "A value can't start with '@': quote it."),
        broken(
            "an at sign before a key",
            """
            «@x: 1»
            image: y
            """,
            "{image: 'y'}",
            "A value can't start with '@': quote it."),
        broken(
            "backticks",
            """
            name: «`x`»
            image: y
            """,
            "{name: ?, image: 'y'}",
            "A value can't start with '`': quote it."),
        broken(
            "a percent sign before a value",
            """
            name: «%x»
            image: y
            """,
            "{name: ?, image: 'y'}",
            "A value can't start with '%': quote it."),
        broken(
            "a percent sign on the first line",
            """
            «%»
            name: x
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "A line can't start with '%' here: quote it, or remove it."),
        broken(
            "a percent sign on a line",
            """
            name: x
            «%foo»
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "A line can't start with '%' here: quote it, or remove it."),
        broken(
            "half an alias",
            """
            name: «*»
            image: x
            """,
            "{name: ?, image: 'x'}",
            "'*' refers to an anchor, and this isn't the name of one: quote the value if it is meant as text."),
        broken(
            "an alias to nowhere",
            """
            name: «*al»
            image: x
            """,
            "{name: ?, image: 'x'}",
            "'*al' refers to no anchor above it: write '&al' before the value it means."),
        broken(
            "an alias with a point",
            """
            a: &x 1
            b: «*x.»
            c: 2
            """,
            "{a: '1', b: ?, c: '2'}",
            "'*' refers to an anchor, and this isn't the name of one: quote the value if it is meant as text."),
        broken(
            "a star before a value",
            """
            a: «*b: c»
            d: e
            """,
            "{a: ?, d: 'e'}",
            "'*' refers to an anchor, and this isn't the name of one: quote the value if it is meant as text."),
        broken(
            "half an anchor",
            """
            name: «&»
            image: x
            """,
            "{name: ?, image: 'x'}",
            "'&' begins an anchor, and this isn't a name for one: quote the value if it is meant as text."),
        broken(
            "half a tag handle",
            """
            name: «!foo!»
            image: x
            """,
            "{name: ?, image: 'x'}",
            "'!' begins a tag, and this isn't one: quote the value if it is meant as text."),
        broken(
            "half a tag",
            """
            name: «!!»
            image: x
            """,
            "{name: ?, image: 'x'}",
            "'!' begins a tag, and this isn't one: quote the value if it is meant as text."),
        broken(
            "backslashes of a Windows path",
            """
            name: "C:«\\d»ata\\x"
            image: y
            """,
            "{name: 'C:\\data\\x', image: 'y'}",
            "'\\d' means nothing in double quotes: write '\\\\d', or use single quotes."),
        broken(
            "text behind a block mark",
            """
            description: >«foo»
              a
            image: x
            """,
            "{description: 'a\\n', image: 'x'}",
            "Only a comment can follow '>' on its line: move the text to the next line."),
        broken(
            "a merge conflict between keys",
            """
            name: train
            «<<<<<<< HEAD»
            image: x
            =======
            image: y
            >>>>>>> feature
            version: 1
            """,
            "{name: 'train', image: 'x', version: '1'}",
            "This is a merge conflict that wasn't resolved: keep one of the two sides and delete the marker lines."),
        broken(
            "a merge conflict in a list",
            """
            dependencies:
              - python
            «<<<<<<< HEAD»
              - numpy=1
            =======
              - numpy=2
            >>>>>>> feature
              - pip
            name: x
            """,
            "{dependencies: ['python', 'numpy=1', 'pip'], name: 'x'}",
            "This is a merge conflict that wasn't resolved: keep one of the two sides and delete the marker lines."),
        broken(
            "what is left of a merge conflict",
            """
            name: x
            «=======»
            image: y
            """,
            "{name: 'x', image: 'y'}",
            "This line has no ':' behind its key: write 'key: value'."),
        broken(
            "an at sign within braces",
            """
            name: x
            tags: {a: 1, b: «@c», d: 2}
            image: y
            """,
            "{name: 'x', tags: {a: '1', b: ?, d: '2'}, image: 'y'}",
            "A value can't start with '@': quote it."),
        broken(
            "a star within brackets",
            """
            name: x
            tags: [a, «*», b]
            image: y
            """,
            "{name: 'x', tags: ['a', 'b'], image: 'y'}",
            "'*' refers to an anchor, and this isn't the name of one: quote the value if it is meant as text."));
  }
}
