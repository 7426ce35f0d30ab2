package dev.envlens.feature;

import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.feature.Completion.Insertion;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Layout;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that a silencing comment may name, and the two kinds of such comments. */
final class SilencingCompletions {

  private static final Pattern CODES =
      Pattern.compile(".*#\\s*envlens:\\s*ignore(?:-file)?[\\s:]+((?:[\\w-]+[,\\s]+)*)([\\w-]*)");

  private static final Pattern KIND = Pattern.compile(".*#\\s*envlens:\\s*([\\w-]*)");

  private SilencingCompletions() {}

  /** What is offered at {@code caret}; empty where it isn't in a comment of that kind. */
  static Optional<Completions.Answer> at(String text, LineIndex lines, int caret) {
    int start = lines.lineStart(lines.line(caret));
    String line = text.substring(start, Math.max(start, caret));
    var codes = CODES.matcher(line);
    if (codes.matches()) {
      var named = Arrays.stream(codes.group(1).split("[,\\s]+", -1)).collect(Collectors.toSet());
      return Optional.of(answer(codes(named, range(text, caret, codes.group(2)))));
    }
    var kind = KIND.matcher(line);
    return kind.matches()
        ? Optional.of(answer(kinds(range(text, caret, kind.group(1)))))
        : Optional.empty();
  }

  private static Completions.Answer answer(Stream<Completion> items) {
    return new Completions.Answer(items.toList(), false);
  }

  private static Stream<Completion> codes(Set<String> named, TextRange range) {
    return Rules.ALL.stream()
        .filter(rule -> !named.contains(rule.code()))
        .map((Rule rule) -> item(rule.code(), rule.summary(), range));
  }

  private static Stream<Completion> kinds(TextRange range) {
    return List.of(
        item("ignore", "what is found in this line, or in the next", range),
        item("ignore-file", "what is found anywhere in this file", range))
        .stream();
  }

  private static Completion item(String word, String about, TextRange range) {
    return new Completion(
        Shown.of(word, Kind.VALUE, about),
        new Insertion(range, Template.of(word), new Layout("", "\n")),
        word);
  }

  /** The word that {@code typed} begins. */
  private static TextRange range(String text, int caret, String typed) {
    int end = caret;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return new TextRange(caret - typed.length(), end);
  }
}
