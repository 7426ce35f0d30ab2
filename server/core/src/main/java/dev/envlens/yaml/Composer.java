package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of one text from the engine's events. Used once. */
final class Composer {

  /**
   * What came out of one reading.
   *
   * @param documents what was read, also of a document that breaks off
   * @param scalars where scalars stand, in order, for the search for comments
   * @param failure where it breaks off, in offsets of the repaired text
   * @param whole whether the middles of long lists that were left out could be put back
   */
  record Reading(
      List<Document> documents,
      List<YamlProblem> problems,
      List<TextRange> scalars,
      Optional<Failure> failure,
      boolean whole) {}

  /**
   * How much deeper than {@link Yaml#MAX_DEPTH} a value is passed over for the sake of the rest.
   */
  private static final int MAX_SKIPPED_DEPTH = 200;

  private final String text;
  private final Masking masking;
  private final Repairs repairs;
  private final LongLists lists;
  private final EventReader events;
  private final Places places;
  private final boolean masked;

  private final List<Document> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private final List<TextRange> scalars = new ArrayList<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Set<Anchor> open = new HashSet<>();
  private long values;
  private long expanded;
  private int height;
  private int filled;
  private boolean refusedExpansion;
  private boolean refusedDepth;
  private boolean stopped;

  /**
   * @param values how many values it holds, itself included
   * @param height how many levels of lists and mappings it has
   */
  private record Anchored(Node node, long values, int height) {}

  /**
   * @param lists {@code text} as the engine is to see it: masked, with {@code repairs}, and without
   *     the middles of long lists
   */
  Composer(String text, LongLists lists, Masking masking, Repairs repairs) {
    this.text = text;
    this.masking = masking;
    this.places = new Places(text);
    this.repairs = repairs;
    this.lists = lists;
    this.events = new EventReader(lists.shortened());
    this.masked = masking.isNeeded() || !repairs.changes().isEmpty();
  }

  Reading compose() {
    anchors.clear();
    var event = next();
    while (!isOver(event)) {
      if (event.getEventId() == Event.ID.DocumentStart) {
        anchors.clear();
        document();
      }
      event = next();
    }
    var failure = events.failure();
    boolean whole =
        failure.map(it -> lists.isFilled(filled, it.reach())).orElse(filled == lists.count());
    return new Reading(
        documents, problems, scalars, failure.map(it -> it.moved(lists::original)), whole);
  }

  private void document() {
    var first = next();
    if (isOver(first)) {
      return;
    }
    boolean written = !isEmptyScalar(first);
    var root = node(first, 0);
    documents.add(new Document(written ? Optional.of(root) : Optional.empty()));
  }

  private Event next() {
    return events.next();
  }

  /** Whether there is nothing more to read, or nothing more that is wanted. */
  private boolean isOver(Event event) {
    return stopped || event.getEventId() == Event.ID.StreamEnd;
  }

  private static boolean isEmptyScalar(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  /** The value that begins with {@code event}, {@code depth} levels below the root. */
  private Node node(Event event, int depth) {
    values++;
    height = 0;
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    var anchor = ((NodeEvent) event).getAnchor();
    return anchor.isPresent()
        ? anchored(anchor.get(), event, depth)
        : scalarOrCollection(event, depth);
  }

  private Node anchored(Anchor anchor, Event event, int depth) {
    open.add(anchor);
    long before = values;
    var node = scalarOrCollection(event, depth);
    open.remove(anchor);
    anchors.put(anchor, new Anchored(node, values - before + 1, height));
    return node;
  }

  private Node scalarOrCollection(Event event, int depth) {
    return event instanceof ScalarEvent scalar
        ? scalar(scalar)
        : collection((CollectionStartEvent) event, depth);
  }

  private Node alias(AliasEvent event, int depth) {
    var range = range(event);
    var target = anchors.get(event.getAlias());
    if (target == null || open.contains(event.getAlias())) {
      String message =
          open.contains(event.getAlias())
              ? "'*%s' stands inside of what it stands for: write the value out."
              : "'*%s' refers to no anchor above it: write '&%1$s' before the value it means.";
      if (problems.size() < YamlReader.MAX_PROBLEMS && !isLost(event.getAlias())) {
        problems.add(new YamlProblem(range, message.formatted(event.getAlias().getValue())));
      }
      return new Unreadable(range);
    }
    if (depth + target.height() > Yaml.MAX_DEPTH) {
      return tooDeep(range);
    }
    expanded += target.values();
    if (expanded > Yaml.MAX_EXPANSION) {
      return tooLarge(range);
    }
    values += target.values();
    height = target.height();
    return target.node();
  }

  /** Whether the anchor is only missing because something around it couldn't be read. */
  private boolean isLost(Anchor anchor) {
    return !repairs.isEmpty() && text.contains("&" + anchor.getValue());
  }

  private Node tooLarge(TextRange range) {
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

  private Node tooDeep(TextRange range) {
    if (!refusedDepth) {
      refusedDepth = true;
      problems.add(
          new YamlProblem(
              range,
              "This is nested more than %d levels deep and isn't read: nest it less deeply."
                  .formatted(Yaml.MAX_DEPTH)));
    }
    return new Unreadable(range);
  }

  private Node scalar(ScalarEvent event) {
    var range = places.withoutProperties(range(event));
    var style = style(event);
    if (style == ScalarStyle.PLAIN && event.getValue().isEmpty() && isRepairedAt(event)) {
      return new Unreadable(range);
    }
    if (style.isBlock()) {
      range = new TextRange(range.start(), places.trimmedEnd(range));
      scalars.add(new TextRange(places.endOfHeader(range), range.end()));
    } else if (!range.isEmpty()) {
      scalars.add(range);
    }
    String value = masked ? masking.unmask(event.getValue()) : event.getValue();
    int start = range.start() + (style.isQuoted() ? 1 : 0);
    int length = range.length() - (style.isQuoted() ? 2 : 0);
    boolean verbatim =
        !style.isBlock() && length == value.length() && text.startsWith(value, start);
    return new Scalar(range, value, style, verbatim);
  }

  /** Whether an empty value is empty because something there was blanked. */
  private boolean isRepairedAt(ScalarEvent event) {
    return repairs.touches(text, range(event).start());
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
      return tooDeep(new TextRange(range.start(), Math.max(range.end(), skip())));
    }
    return start.getEventId() == Event.ID.MappingStart
        ? mapping(start, depth)
        : sequence(start, depth);
  }

  /** Passes over the rest of a list or mapping that is too deep; returns where it ends. */
  private int skip() {
    int depth = 1;
    int end = 0;
    while (depth > 0) {
      var event = next();
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
        end = range(event).end();
      }
      if (isOver(event) || depth > MAX_SKIPPED_DEPTH) {
        stopped = true;
        return end;
      }
    }
    return end;
  }

  private Node mapping(CollectionStartEvent start, int depth) {
    var entries = new ArrayList<Entry>();
    int levels = 0;
    var event = next();
    while (event.getEventId() != Event.ID.MappingEnd && !isOver(event)) {
      var key = key(event, depth + 1);
      levels = Math.max(levels, height);
      var valueEvent = next();
      if (isOver(valueEvent)) {
        event = valueEvent;
        entries.add(lonely(key));
        break;
      }
      var value = node(valueEvent, depth + 1);
      levels = Math.max(levels, height);
      entries.add(entry(key, valueEvent, value));
      event = next();
    }
    height = levels + 1;
    int last = entries.isEmpty() ? -1 : entries.get(entries.size() - 1).range().end();
    return new Mapping(rangeOf(start, event, last), entries, start.isFlow());
  }

  /** A key stands where it is written, even when an alias says what it is. */
  private Node key(Event event, int depth) {
    var key = node(event, depth);
    if (!(event instanceof AliasEvent)) {
      return key;
    }
    var place = range(event);
    return key instanceof Scalar scalar
        ? new Scalar(place, scalar.text(), scalar.style(), false)
        : new Unreadable(place);
  }

  /** A key behind which the text can't be read. */
  private static Entry lonely(Node key) {
    var nothing = TextRange.at(key.range().end());
    return new Entry(key, new Unreadable(nothing), nothing);
  }

  private Entry entry(Node key, Event valueEvent, Node value) {
    var place = placeOf(valueEvent, value);
    if (!place.isEmpty() || places.hasColon(key.range().end(), place.start())) {
      return new Entry(key, value, place);
    }
    var behindKey = TextRange.at(key.range().end());
    var moved =
        value instanceof Scalar scalar
            ? new Scalar(behindKey, scalar.text(), scalar.style(), scalar.verbatim())
            : new Unreadable(behindKey);
    return new Entry(key, moved, behindKey);
  }

  private Node sequence(CollectionStartEvent start, int depth) {
    var items = new ArrayList<Item>();
    int levels = 0;
    var event = next();
    Event earlier = start;
    while (event.getEventId() != Event.ID.SequenceEnd && !isOver(event)) {
      fill(earlier, event, items);
      earlier = event;
      var value = node(event, depth + 1);
      levels = Math.max(levels, height);
      items.add(new Item(value, placeOf(event, value)));
      event = next();
    }
    height = levels + 1;
    int last = items.isEmpty() ? -1 : items.get(items.size() - 1).range().end();
    return new Sequence(rangeOf(start, event, last), items, start.isFlow());
  }

  /** Puts back what was left out between two items. */
  private void fill(Event earlier, Event later, List<Item> items) {
    if (filled < lists.count()
        && earlier instanceof ScalarEvent
        && later instanceof ScalarEvent
        && lists.fill(
            filled,
            events.range(earlier),
            events.range(later).start(),
            (start, end) -> items.add(item(start, end)))) {
      filled++;
    }
  }

  private Item item(int start, int end) {
    values++;
    String value = lists.item(start, end);
    var range = new TextRange(repairs.original(start), repairs.original(end));
    scalars.add(range);
    boolean verbatim = range.length() == value.length() && text.startsWith(value, range.start());
    return new Item(new Scalar(range, value, ScalarStyle.PLAIN, verbatim), range);
  }

  private TextRange placeOf(Event event, Node value) {
    return event instanceof AliasEvent ? range(event) : value.range();
  }

  /** From the start to the closing bracket, or to the end of the last child in block style. */
  private TextRange rangeOf(CollectionStartEvent start, Event end, int lastChild) {
    var first = places.withoutProperties(range(start));
    boolean closed = start.isFlow() && end instanceof CollectionEndEvent;
    int stop = closed || lastChild < 0 ? range(end).end() : lastChild;
    return new TextRange(first.start(), Math.max(first.start(), stop));
  }

  private TextRange range(Event event) {
    var range = events.range(event);
    return new TextRange(original(range.start()), original(range.end()));
  }

  private int original(int offset) {
    return Math.min(repairs.original(lists.original(offset)), text.length());
  }
}
