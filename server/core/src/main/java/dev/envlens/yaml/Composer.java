package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Builds the tree of one text from the engine's events. Used once. */
final class Composer {

  /**
   * What came out of one reading.
   *
   * @param reached how far the engine came, as an offset; past the text when it came to its end
   * @param scalars where scalars stand, in order, for the search for comments
   */
  record Reading(
      Repairs repairs,
      List<Document> documents,
      List<YamlProblem> problems,
      List<TextRange> scalars,
      Optional<Failure> failure,
      int reached) {}

  private final String text;
  private final String repaired;
  private final Masking masking;
  private final Repairs repairs;
  private final int bom;
  private final int[] units;
  private final ParserImpl events;

  private final List<Document> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private final List<TextRange> scalars = new ArrayList<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();
  private long values;
  private long expanded;
  private boolean refusedExpansion;
  private boolean refusedDepth;

  private record Anchored(Node node, long values) {}

  Composer(String text, Masking masking, Repairs repairs) {
    this.text = text;
    this.masking = masking;
    this.repairs = repairs;
    this.repaired = repairs.apply(masking.masked());
    this.bom = repaired.startsWith("\uFEFF") ? 1 : 0;
    String content = repaired.substring(bom);
    this.units = unitsOfCodePoints(content);
    var settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    this.events = new ParserImpl(settings, new StreamReader(settings, content));
  }

  /** The UTF-16 offset of each code point, or an empty array where they are the same. */
  private static int[] unitsOfCodePoints(String content) {
    if (content.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return new int[0];
    }
    int[] units = new int[content.codePointCount(0, content.length()) + 1];
    int unit = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = unit;
      if (unit < content.length()) {
        unit += Character.charCount(content.codePointAt(unit));
      }
    }
    return units;
  }

  Reading compose() {
    Optional<Failure> failure = Optional.empty();
    try {
      readDocuments();
    } catch (MarkedYamlEngineException e) {
      failure =
          Optional.of(
              new Failure(
                  e.getContext() == null ? "" : e.getContext(),
                  e.getContextMark().map(this::offset),
                  e.getProblem() == null ? "" : e.getProblem(),
                  e.getProblemMark().map(this::offset).orElse(0)));
    } catch (RuntimeException e) { // whatever is wrong with the text, or with the engine
      failure = Optional.of(new Failure("", Optional.empty(), "it can't be read", 0));
    }
    scalars.sort(Comparator.comparingInt(TextRange::start));
    int reached = failure.map(Failure::offset).orElse(text.length() + 1);
    return new Reading(repairs, documents, problems, scalars, failure, reached);
  }

  private void readDocuments() {
    while (events.hasNext()) {
      var event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        anchors.clear();
        boolean written = !isEmptyScalar(events.peekEvent());
        var root = node(events.next(), 0);
        if (refusedDepth) {
          documents.add(new Document(Optional.of(root)));
          return;
        }
        documents.add(new Document(written ? Optional.of(root) : Optional.empty()));
      }
    }
  }

  private static boolean isEmptyScalar(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  private Node node(Event event, int depth) {
    values++;
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    var anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(open::add);
    long before = values;
    Node node =
        event instanceof ScalarEvent scalar
            ? scalar(scalar)
            : collection((CollectionStartEvent) event, depth);
    anchor.ifPresent(
        name -> {
          open.remove(name);
          anchors.put(name, new Anchored(node, values - before + 1));
        });
    return node;
  }

  private Node alias(AliasEvent event) {
    var range = range(event);
    var target = anchors.get(event.getAlias());
    if (target == null || open.contains(event.getAlias())) {
      String message =
          open.contains(event.getAlias())
              ? "'*%s' stands inside of what it stands for: write the value out."
              : "'*%s' refers to no anchor above it: write '&%1$s' before the value it means.";
      problems.add(new YamlProblem(range, message.formatted(event.getAlias().getValue())));
      return new Unreadable(range);
    }
    expanded += target.values();
    if (expanded > Yaml.MAX_EXPANSION) {
      if (!refusedExpansion) {
        refusedExpansion = true;
        problems.add(
            new YamlProblem(
                range,
                "The aliases of this file stand for more than %d values: write fewer of them."
                    .formatted(Yaml.MAX_EXPANSION)));
      }
      return new Unreadable(range);
    }
    values += target.values();
    return target.node();
  }

  private Node scalar(ScalarEvent event) {
    var range = withoutProperties(range(event));
    var style = style(event);
    if (style == ScalarStyle.PLAIN && event.getValue().isEmpty() && isBlankedAt(event)) {
      return new Unreadable(range);
    }
    if (style.isBlock()) {
      int end = range.end();
      while (end > range.start() && text.charAt(end - 1) <= ' ') {
        end--;
      }
      range = new TextRange(range.start(), end);
      int headerEnd = range.start();
      while (headerEnd < end && text.charAt(headerEnd) != '\n' && text.charAt(headerEnd) != '\r') {
        headerEnd++;
      }
      scalars.add(new TextRange(headerEnd, end));
    } else if (!range.isEmpty()) {
      scalars.add(range);
    }
    String value = masking.unmask(event.getValue());
    int start = range.start() + (style.isQuoted() ? 1 : 0);
    int length = range.length() - (style.isQuoted() ? 2 : 0);
    boolean verbatim =
        !style.isBlock() && length == value.length() && text.startsWith(value, start);
    return new Scalar(range, value, style, verbatim);
  }

  /** Whether nothing stands between an empty value and something that was blanked. */
  private boolean isBlankedAt(ScalarEvent event) {
    if (repairs.blanks().isEmpty()) {
      return false;
    }
    int start = offset(event.getStartMark().orElseThrow());
    int end = start;
    while (end < text.length() && isBlankInRepaired(end)) {
      end++;
    }
    var gap = new TextRange(start, end);
    return repairs.blanks().stream().anyMatch(blank -> !blank.isEmpty() && blank.intersects(gap));
  }

  private boolean isBlankInRepaired(int offset) {
    return text.charAt(offset) <= ' '
        || repairs.blanks().stream().anyMatch(b -> b.start() <= offset && offset < b.end());
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN -> ScalarStyle.PLAIN;
    };
  }

  private Node collection(CollectionStartEvent start, int depth) {
    if (depth >= Yaml.MAX_DEPTH) {
      var range = range(start);
      if (!refusedDepth) {
        refusedDepth = true;
        problems.add(
            new YamlProblem(
                range,
                "This is nested more than %d levels deep: what follows isn't read."
                    .formatted(Yaml.MAX_DEPTH)));
      }
      return new Unreadable(range);
    }
    return start.getEventId() == Event.ID.MappingStart
        ? mapping(start, depth)
        : sequence(start, depth);
  }

  private Node mapping(CollectionStartEvent start, int depth) {
    var entries = new ArrayList<Entry>();
    var event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      var key = node(event, depth + 1);
      if (refusedDepth) {
        break;
      }
      var valueEvent = events.next();
      var value = node(valueEvent, depth + 1);
      entries.add(new Entry(key, value, placeOf(valueEvent, value)));
      if (refusedDepth) {
        break;
      }
      event = events.next();
    }
    int last = entries.isEmpty() ? -1 : entries.get(entries.size() - 1).range().end();
    return new Mapping(rangeOf(start, event, last), entries, start.isFlow());
  }

  private Node sequence(CollectionStartEvent start, int depth) {
    var items = new ArrayList<Item>();
    var event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      var value = node(event, depth + 1);
      items.add(new Item(value, placeOf(event, value)));
      if (refusedDepth) {
        break;
      }
      event = events.next();
    }
    int last = items.isEmpty() ? -1 : items.get(items.size() - 1).range().end();
    return new Sequence(rangeOf(start, event, last), items, start.isFlow());
  }

  private TextRange placeOf(Event event, Node value) {
    return event instanceof AliasEvent ? range(event) : value.range();
  }

  /** From the start to the closing bracket, or to the end of the last child in block style. */
  private TextRange rangeOf(CollectionStartEvent start, Event end, int lastChild) {
    var first = withoutProperties(range(start));
    int stop = start.isFlow() || lastChild < 0 ? range(end).end() : lastChild;
    return new TextRange(first.start(), Math.max(first.start(), stop));
  }

  /** An event's marks begin at its anchor or tag; its value begins behind them. */
  private TextRange withoutProperties(TextRange range) {
    int start = range.start();
    while (start < range.end() && (text.charAt(start) == '&' || text.charAt(start) == '!')) {
      while (start < range.end() && text.charAt(start) > ' ') {
        start++;
      }
      while (start < range.end() && text.charAt(start) <= ' ') {
        start++;
      }
    }
    return new TextRange(start, range.end());
  }

  private TextRange range(Event event) {
    int start = event.getStartMark().map(this::offset).orElse(0);
    int end = event.getEndMark().map(this::offset).orElse(start);
    return new TextRange(start, Math.max(start, end));
  }

  private int offset(Mark mark) {
    int index = mark.getIndex();
    int unit = units.length == 0 ? index : units[Math.min(index, units.length - 1)];
    return Math.min(repairs.original(unit + bom), text.length());
  }
}
