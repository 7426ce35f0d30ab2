package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** What is wrong with a text, in a user's words: what, and what to do. */
final class Faults {

  private static final String MISFIT =
      "This doesn't fit what stands above it: check its indentation and its dash.";
  private static final String OTHER =
      "This can't be read: check the quotes, brackets and indentation here.";

  private Faults() {}

  static YamlProblem unclosed(String text, TextRange range) {
    char opening = text.charAt(range.start());
    return new YamlProblem(
        range,
        switch (opening) {
          case '[' -> "This list isn't closed: add ']'.";
          case '{' -> "This mapping isn't closed: add '}'.";
          default -> "This quote isn't closed: add %s.".formatted(opening);
        });
  }

  static YamlProblem placeholder(TextRange range) {
    return new YamlProblem(range, "This placeholder isn't closed: add '}}'.");
  }

  static YamlProblem tab(TextRange range) {
    return new YamlProblem(range, "YAML doesn't take a tab here: use spaces.");
  }

  static YamlProblem conflict(TextRange range) {
    return new YamlProblem(
        range,
        "This is a merge conflict that wasn't resolved: keep one of the two sides and delete the"
            + " marker lines.");
  }

  static YamlProblem colonInValue(TextRange range) {
    return new YamlProblem(
        range,
        "A ':' can't stand within a value: quote the value, or put the key on a line of its own.");
  }

  static YamlProblem noColon(TextRange range, boolean amongItems) {
    return new YamlProblem(
        range,
        amongItems
            ? "This is neither an item nor a key: write '- ' before it, or ':' behind it."
            : "This line has no ':' behind its key: write 'key: value'.");
  }

  static YamlProblem noSpaceBehindColon(TextRange range) {
    return new YamlProblem(range, "The ':' needs a space behind it: write 'key: value'.");
  }

  static YamlProblem noSpaceBehindDash(TextRange range) {
    return new YamlProblem(range, "The '-' needs a space behind it: write '- item'.");
  }

  static YamlProblem noKey(TextRange range) {
    return new YamlProblem(range, "There is no key before this ':': write one.");
  }

  static YamlProblem indentation(TextRange range, int indent, int better) {
    return new YamlProblem(
        range,
        "This line %s, which fits no line above it: %s."
            .formatted(
                indent == 0 ? "isn't indented" : "is indented by " + spaces(indent),
                better == 0 ? "don't indent it" : "indent it by " + spaces(better)));
  }

  private static String spaces(int count) {
    return count == 1 ? "1 space" : count + " spaces";
  }

  static YamlProblem emptyLine(TextRange range) {
    return new YamlProblem(
        range, "This empty line is indented deeper than the text below it: remove its spaces.");
  }

  static YamlProblem badStart(TextRange range, char start) {
    return new YamlProblem(range, "A value can't start with '%s': quote it.".formatted(start));
  }

  static YamlProblem badProperty(TextRange range, char start) {
    return new YamlProblem(
        range,
        switch (start) {
          case '*' ->
              "'*' refers to an anchor, and this isn't the name of one: quote the value if it is"
                  + " meant as text.";
          case '&' ->
              "'&' begins an anchor, and this isn't a name for one: quote the value if it is meant"
                  + " as text.";
          default ->
              "'!' begins a tag, and this isn't one: quote the value if it is meant as text.";
        });
  }

  static YamlProblem directive(TextRange range) {
    return new YamlProblem(range, "A line can't start with '%' here: quote it, or remove it.");
  }

  static YamlProblem behindBlockMark(TextRange range, char mark) {
    return new YamlProblem(
        range,
        "Only a comment can follow '%s' on its line: move the text to the next line."
            .formatted(mark));
  }

  static YamlProblem itemBehindKey(TextRange range) {
    return new YamlProblem(
        range, "A list can't begin on the line of its key: put '- ' on a line of its own.");
  }

  static YamlProblem itemAmongKeys(TextRange range) {
    return new YamlProblem(
        range, "An item can't stand among keys: put it below the key of its list.");
  }

  static YamlProblem listWithoutKey(TextRange range) {
    return new YamlProblem(
        range, "A list can't stand among keys: write a key with ':' on a line above it.");
  }

  static YamlProblem behindQuote(TextRange range, char quote) {
    return new YamlProblem(
        range,
        "Text can't follow the closing quote: remove it, or write %s for a quote within the value."
            .formatted(quote == '\'' ? "''" : "\\\""));
  }

  static YamlProblem escape(TextRange range, String escape) {
    return new YamlProblem(
        range,
        "'%s' means nothing in double quotes: write '\\%s', or use single quotes."
            .formatted(escape, escape));
  }

  static YamlProblem noComma(TextRange range) {
    return new YamlProblem(range, "There is no ',' before this: add one.");
  }

  static YamlProblem noValue(TextRange range) {
    return new YamlProblem(range, "This key has no value: write one behind the ':'.");
  }

  static YamlProblem nothingToClose(TextRange range, char closing) {
    return new YamlProblem(
        range, "There is nothing that this '%s' closes: remove it.".formatted(closing));
  }

  static YamlProblem nothingToSeparate(TextRange range) {
    return new YamlProblem(range, "There is nothing before this ',': remove it.");
  }

  static YamlProblem misfit(TextRange range) {
    return new YamlProblem(range, MISFIT);
  }

  static YamlProblem other(TextRange range) {
    return new YamlProblem(range, OTHER);
  }

  /** Whether it only says that something is wrong. */
  static boolean isVague(YamlProblem problem) {
    return problem.message().equals(MISFIT) || problem.message().equals(OTHER);
  }
}
