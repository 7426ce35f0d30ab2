package dev.envlens.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A text whose expected problems stand between {@code «} and {@code »}, and what was found. */
record Validated(String text, List<TextRange> marks, List<SchemaProblem> problems) {

  static Validated as(Format format, String marked) {
    return as(format, marked, text -> text.contains("{{"));
  }

  static Validated as(Format format, String marked, Predicate<String> unknown) {
    var text = new StringBuilder();
    var marks = new ArrayList<TextRange>();
    int open = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      switch (c) {
        case '«' -> open = text.length();
        case '»' -> marks.add(new TextRange(open, text.length()));
        default -> text.append(c);
      }
    }
    var problems =
        Yaml.parse(text.toString()).documents().stream()
            .flatMap(document -> document.root().stream())
            .flatMap(root -> Schemas.validate(format, root, unknown).stream())
            .toList();
    return new Validated(text.toString(), marks, problems);
  }

  /** The messages are as expected, and each stands where the mark of the same place does. */
  void says(String... messages) {
    assertEquals(
        String.join("\n", messages),
        String.join("\n", problems.stream().map(SchemaProblem::message).toList()));
    assertEquals(marks, problems.stream().map(SchemaProblem::range).toList(), text);
  }

  /** The only problem, which is a {@code type}. */
  <T extends SchemaProblem> T only(Class<T> type) {
    assertEquals(1, problems.size(), () -> problems.toString());
    return type.cast(problems.get(0));
  }
}
