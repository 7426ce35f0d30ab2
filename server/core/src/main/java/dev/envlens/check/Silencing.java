package dev.envlens.check;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Comment;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The comments that silence findings: {@code # envlens: ignore} with or without codes, at the end
 * of a line or alone above it, and {@code # envlens: ignore-file} above the first content. Notes
 * which of them silenced something. Used once.
 */
final class Silencing {

  /** What every such comment holds. */
  private static final String MARK = "envlens:";

  /**
   * A file with its comments.
   *
   * @param byLine those that silence one line, by its number; those for all of the file at {@link
   *     #WHOLE_FILE}
   * @param intact whether all of it could be read
   */
  record Commented(
      CommentedText file,
      List<SilencingComment> all,
      Map<Integer, List<SilencingComment>> byLine,
      boolean intact) {

    private Stream<SilencingComment> silencing(int line, String code) {
      return Stream.of(line, WHOLE_FILE)
          .flatMap(place -> byLine.getOrDefault(place, List.of()).stream())
          .filter(comment -> comment.silences(line, code));
    }
  }

  private static final int WHOLE_FILE = -1;

  private final Map<URI, Commented> files = new LinkedHashMap<>();

  /** By place, for two comments may read alike. */
  private final Set<Used> used = new HashSet<>();

  /** A comment, by where it starts, and a code that it silenced. */
  private record Used(URI file, int comment, String code) {}

  private Silencing() {}

  static Silencing in(
      Collection<Source> sources,
      Collection<DockerfileSource> dockerfiles,
      Collection<RequirementsSource> requirements) {
    var silencing = new Silencing();
    for (var source : sources) {
      var yaml = source.yaml();
      silencing.add(
          source.uri(),
          yaml.text(),
          yaml.comments().stream().map(Comment::range).toList(),
          yaml::lines,
          yaml.isIntact());
    }
    for (var source : dockerfiles) {
      silencing.add(
          source.uri(),
          source.text(),
          source.dockerfile().comments(),
          () -> LineIndex.of(source.text()),
          true);
    }
    for (var source : requirements) {
      silencing.add(
          source.uri(),
          source.text(),
          RequirementsFile.commentsIn(source.text()),
          () -> LineIndex.of(source.text()),
          true);
    }
    return silencing;
  }

  private void add(
      URI uri, String text, List<TextRange> comments, Supplier<LineIndex> lines, boolean intact) {
    var marked = comments.stream().filter(range -> range.of(text).contains(MARK)).toList();
    if (marked.isEmpty()) {
      return;
    }
    var file = new CommentedText(uri, text, lines.get());
    var read =
        marked.stream().flatMap(range -> SilencingComment.read(file, range).stream()).toList();
    Map<Integer, List<SilencingComment>> places = new HashMap<>();
    for (var comment : read) {
      if (comment.reach() instanceof SilencingComment.Line line) {
        places.computeIfAbsent(line.number(), key -> new ArrayList<>()).add(comment);
      } else if (comment.reach() instanceof SilencingComment.File) {
        places.computeIfAbsent(WHOLE_FILE, key -> new ArrayList<>()).add(comment);
      }
    }
    files.put(uri, new Commented(file, read, places, intact));
  }

  /** Those that no comment silences. */
  List<Finding> filter(Collection<Finding> findings) {
    return findings.stream().filter(finding -> !isSilenced(finding)).toList();
  }

  private boolean isSilenced(Finding finding) {
    var uri = finding.place().file();
    var commented = files.get(uri);
    if (commented == null) {
      return false;
    }
    int line = commented.file().line(finding.place().range());
    var silencing = commented.silencing(line, finding.code()).toList();
    for (var comment : silencing) {
      used.add(new Used(uri, comment.range().start(), finding.code()));
      used.add(new Used(uri, comment.range().start(), ""));
    }
    return !silencing.isEmpty();
  }

  /** The files that have such comments. */
  Collection<Commented> files() {
    return files.values();
  }

  /** Whether {@code comment} silenced a finding of any code. */
  boolean isUsed(URI file, SilencingComment comment) {
    return isUsed(file, comment, "");
  }

  /** Whether {@code comment} silenced a finding with {@code code}. */
  boolean isUsed(URI file, SilencingComment comment, String code) {
    return used.contains(new Used(file, comment.range().start(), code));
  }
}
