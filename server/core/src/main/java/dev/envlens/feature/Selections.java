package dev.envlens.feature;

import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Stage;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to select next when a selection grows: a word, what it stands in, and so on to all of the
 * document.
 */
public final class Selections {

  private final Page page;
  private final int offset;
  private final List<TextRange> candidates = new ArrayList<>();

  private Selections(Page page, int offset) {
    this.page = page;
    this.offset = Math.max(0, Math.min(offset, page.text().length()));
  }

  /**
   * The ranges around {@code offset}, the innermost first; each holds the one before it and more.
   * Never empty: the last is the whole text.
   */
  public static List<TextRange> at(Page page, int offset) {
    var selections = new Selections(page, offset);
    selections.collect();
    return selections.growing();
  }

  private void collect() {
    if (page instanceof Page.Yaml yaml) {
      yaml(yaml);
    } else {
      candidates.add(word());
    }
    if (page instanceof Page.Docker docker) {
      dockerfile(docker.source().dockerfile());
    } else if (page instanceof Page.Requirements requirements) {
      for (var entry : requirements.source().file().entries()) {
        candidates.add(entry.range());
      }
    }
  }

  private void yaml(Page.Yaml page) {
    var yaml = page.contents().source().yaml();
    var path = TreePath.at(yaml, offset);
    if (path.document() < yaml.documents().size()) {
      yaml.documents().get(path.document()).root().map(Node::range).ifPresent(candidates::add);
    }
    for (var step : path.steps()) {
      if (step instanceof TreePath.Key key) {
        entry(key.mapping(), key.entry());
      } else if (step instanceof TreePath.Index index) {
        item(index.sequence(), index.item());
      }
    }
  }

  private void entry(Mapping mapping, Entry entry) {
    candidates.add(mapping.range());
    candidates.add(entry.range());
    value(entry.key());
    candidates.add(entry.valueRange());
    value(entry.value());
  }

  private void item(Sequence sequence, Item item) {
    candidates.add(sequence.range());
    candidates.add(item.range());
    value(item.value());
  }

  private void value(Node node) {
    candidates.add(node.range());
    if (node instanceof Scalar scalar) {
      candidates.add(scalar.contentRange());
    }
  }

  private void dockerfile(Dockerfile dockerfile) {
    for (var instruction : dockerfile.instructions()) {
      candidates.add(instruction.range());
      candidates.add(instruction.argumentsRange());
    }
    dockerfile.stages().stream().map(Selections::range).forEach(candidates::add);
  }

  private static TextRange range(Stage stage) {
    return stage.instructions().stream()
        .map(instruction -> instruction.range())
        .reduce(stage.from().range(), TextRange::union);
  }

  private TextRange word() {
    String text = page.text();
    int start = offset;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new TextRange(start, end);
  }

  /** Of the candidates at the offset, a chain in which each holds the one before. */
  private List<TextRange> growing() {
    var all = new TextRange(0, page.text().length());
    var sorted =
        Stream.concat(candidates.stream(), Stream.of(all))
            .filter(range -> range.touches(offset) && (!range.isEmpty() || range.equals(all)))
            .sorted((one, other) -> Integer.compare(one.length(), other.length()))
            .toList();
    var chain = new ArrayList<TextRange>();
    for (var range : sorted) {
      var last = chain.isEmpty() ? range : chain.get(chain.size() - 1);
      if (chain.isEmpty() || (range.contains(last) && !range.equals(last))) {
        chain.add(range);
      }
    }
    return List.copyOf(chain);
  }
}
