package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The way from a document's root to one place.
 *
 * @param document the index of the document in {@link Yaml#documents()}; 0 where there is none
 * @param steps from the root inwards; empty at the root itself
 */
public record TreePath(int document, List<Step> steps) {

  /** One level of the way. */
  public sealed interface Step permits Key, Index {

    /** The key or index as a JSON Pointer has it, not escaped. */
    String segment();
  }

  /**
   * Into a mapping.
   *
   * @param onKey whether the place is on the key itself, or touches it
   */
  public record Key(Mapping mapping, Entry entry, boolean onKey) implements Step {
    @Override
    public String segment() {
      return entry.name();
    }
  }

  /** Into a list. */
  public record Index(Sequence sequence, Item item, int index) implements Step {
    @Override
    public String segment() {
      return Integer.toString(index);
    }
  }

  public TreePath {
    steps = List.copyOf(steps);
  }

  /**
   * The entries and items that stand at {@code offset}, a caret behind their last character or in
   * the white space behind that included. What an alias stands for is not entered.
   */
  public static TreePath at(Yaml yaml, int offset) {
    return new Search(yaml, offset, yaml.lines().line(Math.max(0, offset))).at();
  }

  /**
   * The entries and items that a line belongs to by its indentation: where a key or an item stands
   * that is being typed there, whether it could be read or not. On an empty line the column of
   * {@code offset} is the indentation. Within brackets it is the place itself that counts.
   */
  public static TreePath enclosing(Yaml yaml, int offset) {
    return new Search(yaml, offset, yaml.lines().line(Math.max(0, offset))).enclosing();
  }

  /** The last step; none at the root. */
  public Optional<Step> innermost() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** The JSON Pointer (RFC 6901) of the place in its document. */
  public String pointer() {
    String pointer = "";
    for (var step : steps) {
      pointer = Pointers.append(pointer, step.segment());
    }
    return pointer;
  }

  /** One search, from the root inwards. */
  private record Search(Yaml yaml, int offset, int line) {

    TreePath at() {
      int document = document();
      var steps = new ArrayList<Step>();
      root(document).ifPresent(root -> addAt(root, steps));
      return new TreePath(document, steps);
    }

    TreePath enclosing() {
      int document = document();
      var steps = new ArrayList<Step>();
      root(document).ifPresent(root -> addEnclosing(root, steps));
      return new TreePath(document, steps);
    }

    private Optional<Node> root(int document) {
      return yaml.documents().isEmpty() ? Optional.empty() : yaml.documents().get(document).root();
    }

    /** The document that the line is in: between its marker and the next. */
    private int document() {
      int found = 0;
      for (int i = 0; i < yaml.documents().size(); i++) {
        var root = root(i);
        if (root.isPresent() && root.get().range().start() <= offset) {
          found = i;
        }
      }
      boolean last = found + 1 == yaml.documents().size();
      return !last && isBehindMarker(root(found)) ? found + 1 : found;
    }

    /** Whether a document begins behind the start of {@code root}, in this line or above. */
    private boolean isBehindMarker(Optional<Node> root) {
      if (root.isEmpty()) {
        return false;
      }
      int start = root.get().range().start();
      return IntStream.iterate(line, i -> yaml.lines().lineStart(i) > start, i -> i - 1)
          .anyMatch(i -> yaml.text().startsWith("---", yaml.lines().lineStart(i)));
    }

    private void addAt(Node root, List<Step> steps) {
      var next = Optional.of(root);
      while (next.isPresent()) {
        var step = stepAt(next.get());
        step.ifPresent(steps::add);
        next = step.flatMap(Search::value);
      }
    }

    private Optional<Step> stepAt(Node node) {
      Optional<Step> last = lastBefore(node, offset);
      return last.filter(step -> reaches(range(step)));
    }

    /** Whether there is only white space on the line between the range's end and the offset. */
    private boolean reaches(TextRange range) {
      int end = range.end();
      while (end < Math.min(offset, yaml.text().length())
          && (yaml.text().charAt(end) == ' ' || yaml.text().charAt(end) == '\t')) {
        end++;
      }
      return end >= offset;
    }

    private void addEnclosing(Node root, List<Step> steps) {
      var next = Optional.of(root);
      while (next.isPresent()) {
        boolean flow =
            (next.get() instanceof Mapping mapping && mapping.flow())
                || (next.get() instanceof Sequence sequence && sequence.flow());
        if (flow) {
          addAt(next.get(), steps);
          return;
        }
        var step =
            lastBefore(next.get(), yaml.lines().lineStart(line) - 1).filter(this::isIndentedLess);
        step.ifPresent(steps::add);
        next = step.flatMap(Search::value);
      }
    }

    private boolean isIndentedLess(Step step) {
      int indent = indent();
      boolean item = yaml.text().startsWith("-", yaml.lines().lineStart(line) + indent);
      if (step instanceof Key key) {
        int column = column(key.entry().key().range().start());
        return column < indent || (item && column == indent);
      }
      return column(((Index) step).sequence().range().start()) < indent;
    }

    /** Of the line's text, or of the offset where there is none before it. */
    private int indent() {
      int start = yaml.lines().lineStart(line);
      int end = yaml.lines().lineRange(line).end();
      int i = start;
      while (i < end && yaml.text().charAt(i) == ' ') {
        i++;
      }
      return (i == end ? Math.min(Math.max(offset, start), end) : i) - start;
    }

    private int column(int place) {
      return yaml.lines().position(place).character();
    }

    /** The last entry or item that begins at {@code limit} or before. */
    private Optional<Step> lastBefore(Node node, int limit) {
      Optional<Step> found = Optional.empty();
      if (node instanceof Mapping mapping) {
        for (var entry : mapping.entries()) {
          if (entry.range().start() <= limit) {
            boolean onKey = entry.key().range().touches(offset);
            found = Optional.of(new Key(mapping, entry, onKey));
          }
        }
      } else if (node instanceof Sequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
          var item = sequence.items().get(i);
          if (item.range().start() <= limit) {
            found = Optional.of(new Index(sequence, item, i));
          }
        }
      }
      return found;
    }

    private static TextRange range(Step step) {
      return step instanceof Key key ? key.entry().range() : ((Index) step).item().range();
    }

    /** The value at the end of a step, unless it is written elsewhere. */
    private static Optional<Node> value(Step step) {
      if (step instanceof Key key) {
        var entry = key.entry();
        return Optional.of(entry.value()).filter(value -> value.range().equals(entry.valueRange()));
      }
      var item = ((Index) step).item();
      return Optional.of(item.value()).filter(value -> value.range().equals(item.range()));
    }
  }
}
