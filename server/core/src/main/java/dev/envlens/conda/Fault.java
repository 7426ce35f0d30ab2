package dev.envlens.conda;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ends a parse, from however deep; {@link #guard} turns it into {@link Parsed.Bad}, so that it
 * never leaves this package. Has no stack trace: it is an answer, not an accident.
 */
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A text with more faults than this in a row isn't worth guessing at. */
  private static final int CORRECTIONS = 4;

  private static final int QUOTED = 60;

  private final transient TextRange range;
  private final transient List<TextEdit> mending;

  private Fault(String message, TextRange range, List<TextEdit> mending) {
    super(message, null, false, false);
    this.range = range;
    this.mending = mending;
  }

  /** A fault with no plain correction. */
  static Fault at(TextRange range, String message) {
    return new Fault(message, range, List.of());
  }

  /** A fault that {@code mending} would make good. */
  static Fault mendable(TextRange range, String message, TextEdit... mending) {
    return new Fault(message, range, List.of(mending));
  }

  /**
   * {@code text} as a message quotes it: cut short when it is long, and left out when it may hold a
   * URL, which may hold a password.
   */
  static String quoted(String text) {
    if (text.contains("://")) {
      return "This";
    }
    return text.length() <= QUOTED ? "'" + text + "'" : "'" + text.substring(0, QUOTED) + "…'";
  }

  /** Runs {@code parser} on {@code text}; a correction is offered only if it parses in turn. */
  static <T> Parsed<T> guard(String text, Function<String, T> parser) {
    try {
      return new Parsed.Ok<>(parser.apply(text));
    } catch (Fault fault) {
      return new Parsed.Bad<>(fault.getMessage(), fault.range, fault.mended(text, parser));
    }
  }

  private Optional<String> mended(String text, Function<String, ?> parser) {
    var fault = this;
    var mended = text;
    for (int i = 0; i < CORRECTIONS && !fault.mending.isEmpty(); i++) {
      mended = TextEdit.apply(mended, fault.mending);
      try {
        Objects.requireNonNull(parser.apply(mended));
        return Optional.of(mended);
      } catch (Fault next) {
        fault = next;
      }
    }
    return Optional.empty();
  }
}
