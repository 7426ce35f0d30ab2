package dev.envlens.feature;

import dev.envlens.definition.DockerfileSource;
import dev.envlens.feature.Completion.Insertion;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Layout;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.image.BaseImages;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.regex.Pattern;

/** Base images behind {@code FROM}. */
final class DockerfileCompletions {

  private static final Pattern FROM = Pattern.compile("(?i)\\s*FROM\\s+(?:--\\S+\\s+)*(\\S*)");

  private DockerfileCompletions() {}

  static Completions.Answer at(DockerfileSource source, LineIndex lines, int caret) {
    String text = source.text();
    int start = lines.lineStart(lines.line(caret));
    var from = FROM.matcher(text.substring(start, caret));
    if (!from.matches()) {
      return Completions.Answer.NOTHING;
    }
    int end = caret;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    var range = new TextRange(start + from.start(1), end);
    return new Completions.Answer(
        BaseImages.shipped().all().stream()
            .map(
                image ->
                    new Completion(
                        Shown.of(image.image(), Kind.IMAGE, image.description()),
                        new Insertion(range, Template.of(image.image()), new Layout("", "\n")),
                        image.image()))
            .toList(),
        false);
  }
}
