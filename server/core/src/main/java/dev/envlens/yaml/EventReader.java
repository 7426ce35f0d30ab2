package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The engine's events, with UTF-16 offsets where the engine counts code points. A failure ends them
 * as the end of the text does, and is kept. Used once.
 */
final class EventReader {

  private final String text;
  private final int bom;
  private final int[] pairs;
  private final ParserImpl parser;
  private final Deque<CollectionStartEvent> open = new ArrayDeque<>();
  private Optional<ScalarEvent> lastScalar = Optional.empty();
  private Optional<Failure> failure = Optional.empty();

  EventReader(String text) {
    this.text = text;
    this.bom = text.startsWith("\uFEFF") ? 1 : 0;
    String content = text.substring(bom);
    this.pairs = surrogatePairs(content);
    // One buffer for all: the engine copies what it holds of a long scalar at every refill.
    var settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.max(1, content.length()))
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, content));
  }

  /** The next event; the end of the stream also where the text can't be read further. */
  Event next() {
    if (failure.isEmpty()) {
      try {
        if (parser.hasNext()) {
          return note(parser.next());
        }
      } catch (RuntimeException e) { // whatever is wrong with the text, or with the engine
        failure = Optional.of(failure(e));
      }
    }
    return new StreamEndEvent(Optional.empty(), Optional.empty());
  }

  private Event note(Event event) {
    if (event instanceof CollectionStartEvent start) {
      open.push(start);
    } else if (event instanceof CollectionEndEvent) {
      open.pop();
    } else if (event instanceof ScalarEvent scalar) {
      lastScalar = Optional.of(scalar);
    }
    return event;
  }

  Optional<Failure> failure() {
    return failure;
  }

  /** Reads on, for the sake of the failure. */
  void readAll() {
    while (next().getEventId() != Event.ID.StreamEnd) {
      // each event is noted as it goes by
    }
  }

  TextRange range(Event event) {
    int start = event.getStartMark().map(this::offset).orElse(0);
    int end = event.getEndMark().map(this::offset).orElse(start);
    return new TextRange(start, Math.max(start, end));
  }

  private Failure failure(RuntimeException exception) {
    var flows =
        open.stream()
            .filter(CollectionStartEvent::isFlow)
            .map(start -> range(start).end() - 1)
            .filter(this::isBracket)
            .toList();
    var scalar = lastScalar.map(this::range);
    if (exception instanceof MarkedYamlEngineException e) {
      return new Failure(
          e.getContext() == null ? "" : e.getContext(),
          e.getContextMark().map(this::offset),
          e.getProblem() == null ? "" : e.getProblem(),
          e.getProblemMark().map(this::offset).orElse(0),
          flows,
          scalar);
    }
    int reached = scalar.map(TextRange::end).orElse(0);
    return new Failure("", Optional.empty(), "", reached, List.of(), scalar);
  }

  /** A key within a list, as in {@code [a: b]}, begins a mapping without one. */
  private boolean isBracket(int offset) {
    return offset >= 0 && (text.charAt(offset) == '[' || text.charAt(offset) == '{');
  }

  private int offset(Mark mark) {
    int unit = mark.getIndex();
    if (pairs.length > 0) {
      int found = Arrays.binarySearch(pairs, unit);
      unit += found >= 0 ? found : -found - 1;
    }
    return Math.min(unit + bom, text.length());
  }

  /** The code points, counted from 0, that take two units. */
  private static int[] surrogatePairs(String content) {
    if (content.codePointCount(0, content.length()) == content.length()) {
      return new int[0];
    }
    int[] pairs = new int[0];
    int count = 0;
    for (int i = 0; i < content.length(); i++) {
      if (Character.isHighSurrogate(content.charAt(i))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
        }
        pairs[count] = i - count;
        count++;
        i++;
      }
    }
    return Arrays.copyOf(pairs, count);
  }
}
