package dev.envlens.feature;

import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the codes in an {@code # envlens: ignore} comment mean. */
final class SilencingHover {

  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*envlens:\\s*(?:ignore-file|ignore)\\b[\\s:]*");

  private SilencingHover() {}

  static Optional<Hover> at(Yaml yaml, int offset) {
    return yaml.comments().stream()
        .filter(comment -> comment.range().touches(offset))
        .findFirst()
        .flatMap(comment -> at(yaml.text(), comment.range(), offset));
  }

  /** The hover in the comment at {@code comment}, which begins with its {@code #}. */
  static Optional<Hover> at(String text, TextRange comment, int offset) {
    var matcher = DIRECTIVE.matcher(comment.of(text));
    if (!matcher.lookingAt() || offset < comment.start() + matcher.end()) {
      return Optional.empty();
    }
    var word = word(text, comment, offset);
    return Rules.of(word.of(text)).map(rule -> new Hover(word, markdown(rule)));
  }

  private static TextRange word(String text, TextRange comment, int offset) {
    int start = offset;
    while (start > comment.start() && isPart(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < comment.end() && isPart(text.charAt(end))) {
      end++;
    }
    return new TextRange(start, end);
  }

  private static boolean isPart(char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String markdown(Rule rule) {
    return "**%s** · %s, silenced here\n\n%s"
        .formatted(Markdown.code(rule.code()), rule.severity().label(), rule.summary());
  }
}
