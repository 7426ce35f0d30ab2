package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Stage;
import dev.envlens.feature.Completion.Insertion;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Layout;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.image.BaseImages;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Base images behind {@code FROM}; earlier stages there and behind {@code COPY --from=}. */
final class DockerfileCompletions {

  private static final Pattern FROM = Pattern.compile("(?i)\\s*FROM\\s+(?:--\\S+\\s+)*(\\S*)");

  private static final Pattern COPY =
      Pattern.compile("(?i)\\s*COPY\\s+(?:--\\S+\\s+)*--from=(\\S*)");

  private final DockerfileSource source;
  private final int caret;
  private final int lineStart;
  private final Supplier<Catalogue> curated;

  private DockerfileCompletions(
      DockerfileSource source, LineIndex lines, int caret, Supplier<Catalogue> curated) {
    this.source = source;
    this.caret = caret;
    this.curated = curated;
    this.lineStart = lines.lineStart(lines.line(caret));
  }

  static Completions.Answer at(
      DockerfileSource source, LineIndex lines, int caret, Supplier<Catalogue> curated) {
    return new DockerfileCompletions(source, lines, caret, curated).answer();
  }

  private Completions.Answer answer() {
    String before = source.text().substring(lineStart, caret);
    var from = FROM.matcher(before);
    if (from.matches()) {
      var range = range(from.start(1));
      return new Completions.Answer(Stream.concat(stages(range), images(range)).toList(), false);
    }
    var copy = COPY.matcher(before);
    return copy.matches()
        ? new Completions.Answer(stages(range(copy.start(1))).toList(), false)
        : Completions.Answer.NOTHING;
  }

  /** The word at the caret, which begins {@code start} characters into the line. */
  private TextRange range(int start) {
    String text = source.text();
    int end = caret;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new TextRange(lineStart + start, end);
  }

  /** The stages that end before this line; the one that it stands in can't be its own source. */
  private Stream<Completion> stages(TextRange range) {
    var begun =
        source.dockerfile().stages().stream()
            .filter(stage -> stage.from().range().start() < lineStart)
            .toList();
    boolean isFrom = FROM.matcher(source.text().substring(lineStart, caret)).matches();
    return begun.stream()
        .limit(isFrom ? begun.size() : Math.max(0, begun.size() - 1))
        .flatMap(stage -> stage.name().map(name -> item(name.text(), stage, range)).stream());
  }

  private static Completion item(String name, Stage stage, TextRange range) {
    return item(Shown.of(name, Kind.REFERENCE, "stage from " + stage.image().text()), range);
  }

  private Stream<Completion> images(TextRange range) {
    var bases =
        BaseImages.shipped().all().stream()
            .map(image -> Shown.of(image.image(), Kind.IMAGE, image.description()));
    return Stream.concat(bases, CuratedImages.of(curated.get())).map(shown -> item(shown, range));
  }

  private static Completion item(Shown shown, TextRange range) {
    return new Completion(
        shown,
        new Insertion(range, Template.of(shown.label()), new Layout("", "\n")),
        shown.label());
  }
}
