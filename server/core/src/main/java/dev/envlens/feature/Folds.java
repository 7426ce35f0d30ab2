package dev.envlens.feature;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Instruction;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Comment;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What can be folded: whole lines, the largest part that begins in each. A closing bracket in a
 * line of its own stays in sight.
 */
public final class Folds {

  private final String text;
  private final LineIndex lines;
  private final Map<Integer, Fold> byStart = new TreeMap<>();

  private Folds(Page page) {
    this.text = page.text();
    this.lines = page.lines();
  }

  /** The folds in the order of their first lines, one for each. */
  public static List<Fold> of(Page page) {
    var folds = new Folds(page);
    if (page instanceof Page.Yaml yaml) {
      folds.yaml(yaml.contents().source().yaml());
    } else if (page instanceof Page.Docker docker) {
      folds.dockerfile(docker.source().dockerfile());
    } else if (page instanceof Page.Requirements requirements) {
      folds.requirements(requirements.source().file());
    }
    return List.copyOf(folds.byStart.values());
  }

  private void yaml(Yaml yaml) {
    yaml.documents().stream().flatMap(document -> document.root().stream()).forEach(this::node);
    comments(yaml.comments().stream().map(Comment::range));
  }

  private void node(Node node) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(this::entry);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::item);
    }
  }

  private void entry(Entry entry) {
    add(entry.range());
    if (entry.value().range().equals(entry.valueRange())) {
      node(entry.value());
    }
  }

  private void item(Item item) {
    add(item.range());
    if (item.value().range().equals(item.range())) {
      node(item.value());
    }
  }

  private void dockerfile(Dockerfile dockerfile) {
    dockerfile.instructions().forEach(instruction -> add(instruction.range()));
    for (var stage : dockerfile.stages()) {
      int end =
          stage.instructions().stream()
              .map(Instruction::range)
              .mapToInt(TextRange::end)
              .max()
              .orElse(stage.from().range().end());
      add(new TextRange(stage.from().range().start(), end));
    }
    comments(dockerfile.comments().stream());
  }

  private void requirements(RequirementsFile file) {
    file.entries().forEach(entry -> add(entry.range()));
    comments(
        Stream.iterate(0, line -> line + 1)
            .limit(lines.lineCount())
            .map(lines::lineRange)
            .flatMap(line -> commentIn(line).stream()));
  }

  private Optional<TextRange> commentIn(TextRange line) {
    int mark = line.start() + (line.length() - line.of(text).stripLeading().length());
    return text.startsWith("#", mark) && mark < line.end()
        ? Optional.of(new TextRange(mark, line.end()))
        : Optional.empty();
  }

  private void add(TextRange range) {
    int end = range.end();
    while (end > range.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int last = lines.line(end);
    boolean closes =
        end > range.start()
            && "]}".indexOf(text.charAt(end - 1)) >= 0
            && text.substring(lines.lineStart(last), end - 1).isBlank();
    put(new Fold(lines.line(range.start()), closes ? last - 1 : last, false));
  }

  /** Runs of lines that hold a comment and nothing else. */
  private void comments(Stream<TextRange> comments) {
    int start = -1;
    int last = -1;
    var alone =
        comments
            .filter(
                c -> text.substring(lines.lineStart(lines.line(c.start())), c.start()).isBlank())
            .mapToInt(c -> lines.line(c.start()))
            .toArray();
    for (int line : alone) {
      if (start < 0 || line != last + 1) {
        put(new Fold(start, last, true));
        start = line;
      }
      last = line;
    }
    put(new Fold(start, last, true));
  }

  private void put(Fold fold) {
    if (fold.start() >= 0 && fold.end() > fold.start()) {
      byStart.merge(fold.start(), fold, (one, other) -> one.end() >= other.end() ? one : other);
    }
  }
}
