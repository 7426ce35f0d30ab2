package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody types of YAML's marks, in whatever order, is read somehow. */
class AnyFragmentsTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "[",
            "{",
            "{{",
            "}}",
            "#c",
            " #",
            "\n",
            "\n  ",
            "- ",
            "a: ",
            "b:",
            "'",
            "\"",
            " ",
            ":",
            ",",
            "]",
            "}",
            "&a ",
            "*a",
            "|",
            ">-",
            "\t",
            "%",
            "!t ",
            "? ",
            "---\n",
            "<<: ",
            "\r\n",
            "$",
            "@",
            "`",
            "x",
            "\\",
            "\uD83D\uDE00",
            "\uD83D",
            "\u0007")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5000)
  void nothingIsThrownAndEveryPlaceIsInTheText(@ForAll("texts") String text) {
    var yaml = Yaml.parse(text);
    var whole = new TextRange(0, text.length());
    yaml.problems().forEach(problem -> assertTrue(whole.contains(problem.range())));
    yaml.comments().forEach(comment -> assertTrue(whole.contains(comment.range())));
    yaml.documents().forEach(d -> d.root().ifPresent(r -> assertTrue(whole.contains(r.range()))));
  }

  @Example
  void bracesInACommentOfAnOpenBracket() {
    nothingIsThrownAndEveryPlaceIsInTheText("[- #c{{#c\n  [");
    assertTrue(List.of(1, 2).contains(Yaml.parse("[- #c{{#c\n  [").problems().size()));
  }
}
