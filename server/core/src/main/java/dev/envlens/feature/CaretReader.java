package dev.envlens.feature;

import dev.envlens.feature.CaretPlace.Role;
import dev.envlens.feature.CaretPlace.Writing;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.TreePath;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out where in the tree the caret is. The line itself is read as text, for what is being
 * typed there is rarely YAML yet; what it belongs to comes from the tree.
 */
final class CaretReader {

  private final Yaml yaml;
  private final String text;
  private final int caret;
  private final int lineStart;
  private final int lineEnd;
  private final List<TreePath.Step> steps;
  private final Optional<Node> root;

  private CaretReader(Yaml yaml, int caret) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.caret = caret;
    var line = yaml.lines().lineRange(yaml.lines().line(caret));
    this.lineStart = line.start();
    this.lineEnd = line.end();
    var path = TreePath.enclosing(yaml, caret);
    this.steps = path.steps();
    this.root =
        yaml.documents().isEmpty()
            ? Optional.empty()
            : yaml.documents().get(path.document()).root();
  }

  /**
   * Where the caret is; nothing within comments, block scalars and keys or values that span. A
   * blank line below a list that isn't indented may be another item of it, or a key.
   */
  static List<CaretPlace> read(Yaml yaml, int caret) {
    if (caret < 0 || caret > yaml.text().length()) {
      return List.of();
    }
    var reader = new CaretReader(yaml, caret);
    return reader.caret > reader.lineEnd ? List.of() : reader.read();
  }

  private List<CaretPlace> read() {
    if (LineComments.start(text, lineStart, caret) >= 0) {
      return List.of();
    }
    var flow = flowAround();
    if (flow >= 0) {
      return inFlow(pathBefore(flow), flow).stream().toList();
    }
    if (isWithinText()) {
      return List.of();
    }
    return text.substring(lineStart, lineEnd).isBlank()
        ? new BlankLine(yaml, caret).places(steps, value())
        : onLine().stream().toList();
  }

  /** Where the brackets begin that the caret's line is in, or -1. */
  private int flowAround() {
    if (root.filter(CaretReader::isFlow).isPresent()) {
      int start = root.get().range().start();
      return start < caret ? start : -1;
    }
    for (var step : steps) {
      var value =
          step instanceof TreePath.Key key
              ? key.entry().valueRange()
              : ((TreePath.Index) step).item().range();
      int start = skipSpaces(value.start(), text.length());
      if (start < lineStart && isBracket(start)) {
        return start;
      }
    }
    return -1;
  }

  private List<String> pathBefore(int flow) {
    var path = new ArrayList<String>();
    for (var step : steps) {
      boolean inside =
          step instanceof TreePath.Key key
              ? key.mapping().range().start() >= flow
              : ((TreePath.Index) step).sequence().range().start() >= flow;
      if (inside) {
        break;
      }
      path.add(step.segment());
    }
    return path;
  }

  private Optional<CaretPlace> inFlow(List<String> path, int start) {
    return new FlowReader(yaml, start, caret).read(path);
  }

  private static boolean isFlow(Node node) {
    return (node instanceof Mapping mapping && mapping.flow())
        || (node instanceof Sequence sequence && sequence.flow());
  }

  /** Whether the line goes on with a text that began above it. */
  private boolean isWithinText() {
    return value()
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(
            scalar ->
                scalar.style().isBlock()
                    || (scalar.style().isQuoted() && scalar.range().end() > lineStart)
                    || (scalar.style() == ScalarStyle.PLAIN && !scalar.isNull()))
        .filter(scalar -> scalar.range().start() < lineStart)
        .isPresent();
  }

  /** What the line stands in. */
  private Optional<Node> value() {
    return steps.isEmpty() ? root : Optional.of(value(steps.get(steps.size() - 1)));
  }

  private static Node value(TreePath.Step step) {
    return step instanceof TreePath.Key key
        ? key.entry().value()
        : ((TreePath.Index) step).item().value();
  }

  private Optional<CaretPlace> onLine() {
    var path = new ArrayList<>(steps.stream().map(TreePath.Step::segment).toList());
    int start = skipSpaces(lineStart, lineEnd);
    int dash = -1;
    while (start < caret && isDash(start)) {
      path.add("0");
      dash = start;
      start = skipSpaces(dash + 1, Math.max(dash + 1, caret));
    }
    if (caret < start) {
      return Optional.empty();
    }
    boolean item = dash >= 0;
    if (goesOn(start)) {
      return Optional.empty();
    }
    int colon = colon(start);
    if (colon >= 0 && caret > colon) {
      path.add(unquoted(text.substring(start, colon).strip()));
      return atValue(path, colon, start);
    }
    boolean glued = item && start == dash + 1;
    var token = token(start, colon >= 0 ? colon : lineEnd, glued);
    return Optional.of(
        new CaretPlace(
            path,
            item ? Role.ITEM : Role.KEY,
            token,
            present(item),
            writing(start - lineStart + (glued ? 1 : 0), colon >= 0)));
  }

  private Optional<CaretPlace> atValue(List<String> path, int colon, int start) {
    int first = skipSpaces(colon + 1, lineEnd);
    if (first < caret && isBracket(first)) {
      return inFlow(path, first);
    }
    if (goesOn(first) || (first == lineEnd && isBelow(start - lineStart))) {
      return Optional.empty();
    }
    int value = Math.min(first, caret);
    var token = token(value, lineEnd, value == colon + 1);
    return Optional.of(
        new CaretPlace(path, Role.VALUE, token, Set.of(), writing(start - lineStart, false)));
  }

  /** Whether what begins at {@code start} may go on below, so that it isn't a word to replace. */
  private boolean goesOn(int start) {
    if (start >= lineEnd) {
      return false;
    }
    char first = text.charAt(start);
    boolean open = caret <= start && isQuote(first) && !isClosed(start);
    return open || "|>&*![{".indexOf(first) >= 0;
  }

  /** Whether the value of a key at {@code column} stands below it. */
  private boolean isBelow(int column) {
    var next = NextLine.after(yaml, caret);
    return next.isDeeper(column) || next.isItemAt(column);
  }

  private boolean isClosed(int quote) {
    int close = text.indexOf(text.charAt(quote), quote + 1);
    return close >= 0 && close < lineEnd;
  }

  /** The token that begins at {@code start}, before {@code limit}. */
  private Token token(int start, int limit, boolean glued) {
    if (start < limit && start < caret && isQuote(text.charAt(start))) {
      char quote = text.charAt(start);
      int close = text.indexOf(quote, caret);
      boolean closed = close >= 0 && close < limit;
      int end = closed ? close : trimmed(caret, limit);
      return new Token(
          new TextRange(start + 1, end), text.substring(start + 1, caret), quote, closed, "");
    }
    int comment = LineComments.start(text, lineStart, limit);
    int end = trimmed(caret, comment >= 0 ? Math.max(comment, caret) : limit);
    return Token.plain(text, start, caret, end, glued);
  }

  private int trimmed(int from, int limit) {
    int end = limit;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  /** The colon that ends a key that begins at {@code start}, or -1. */
  private int colon(int start) {
    int i = start;
    if (i < lineEnd && isQuote(text.charAt(i))) {
      int close = text.indexOf(text.charAt(i), i + 1);
      if (close < 0 || close >= lineEnd) {
        return -1;
      }
      int next = skipSpaces(close + 1, lineEnd);
      return next < lineEnd && text.charAt(next) == ':' ? next : -1;
    }
    if (i < lineEnd && isBracket(i)) {
      return -1;
    }
    for (; i < lineEnd; i++) {
      if (text.charAt(i) == ':' && (i + 1 == lineEnd || text.charAt(i + 1) == ' ')) {
        return i;
      }
      if (text.charAt(i) == '#' && i > start && text.charAt(i - 1) == ' ') {
        return -1;
      }
    }
    return -1;
  }

  private Set<String> present(boolean item) {
    var holder = item ? itemOnLine() : value();
    return holder
        .filter(Mapping.class::isInstance)
        .map(node -> ((Mapping) node).entries().stream())
        .map(
            entries ->
                entries
                    .filter(entry -> !isOnLine(entry.key().range().start()))
                    .map(entry -> entry.name())
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private Optional<Node> itemOnLine() {
    return value()
        .filter(Sequence.class::isInstance)
        .flatMap(
            list ->
                ((Sequence) list)
                    .items().stream()
                        .filter(item -> isOnLine(item.range().start()))
                        .map(item -> item.value())
                        .findFirst());
  }

  private boolean isOnLine(int offset) {
    return offset >= lineStart && offset <= lineEnd;
  }

  private Writing writing(int column, boolean hasColon) {
    return new Writing(Sketch.Style.BLOCK, column, hasColon, false, LineComments.lineEnd(yaml));
  }

  private boolean isDash(int at) {
    return text.charAt(at) == '-' && (at + 1 >= lineEnd || text.charAt(at + 1) == ' ');
  }

  private boolean isBracket(int at) {
    return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static String unquoted(String key) {
    return key.length() >= 2 && isQuote(key.charAt(0)) ? key.substring(1, key.length() - 1) : key;
  }

  private int skipSpaces(int from, int limit) {
    int i = from;
    while (i < limit && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
