package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Where the engine stopped, in offsets of the text that it was given.
 *
 * @param context what it was reading, in the engine's words; may be empty
 * @param contextStart where that began
 * @param problem what it met instead, in the engine's words; may be empty
 * @param offset where
 * @param brackets the brackets and braces that were open, the innermost first
 * @param lastScalar the last scalar that was read whole
 */
record Failure(
    String context,
    Optional<Integer> contextStart,
    String problem,
    int offset,
    List<Integer> brackets,
    Optional<TextRange> lastScalar) {

  /** What kind of fault it is. */
  enum Kind {
    TAB,
    COLON,
    NO_COLON,
    BAD_START,
    MISFIT,
    ESCAPE,
    QUOTE,
    FLOW,
    PROPERTY,
    DIRECTIVE,
    BLOCK_HEADER,
    BLOCK_INDENT,
    ITEM_BEHIND_KEY,
    OTHER
  }

  Kind kind() {
    if (problem.contains("'\\t")) {
      return Kind.TAB;
    } else if (problem.contains("mapping values are not allowed")) {
      return Kind.COLON;
    } else if (problem.contains("could not find expected ':'")) {
      return Kind.NO_COLON;
    } else if (problem.contains("that cannot start any token")) {
      return Kind.BAD_START;
    } else if (problem.contains("escape") && context.contains("quoted")) {
      return Kind.ESCAPE;
    } else if (context.matches("while scanning an? (anchor|alias|tag)")
        || problem.contains("undefined tag")) {
      return Kind.PROPERTY;
    } else if (context.contains("quoted scalar")) {
      return Kind.QUOTE;
    } else if (!brackets.isEmpty()) {
      return Kind.FLOW;
    } else if (context.contains("directive") || problem.contains("directive")) {
      return Kind.DIRECTIVE;
    } else if (problem.contains("leading empty lines")) {
      return Kind.BLOCK_INDENT;
    } else if (context.contains("block scalar")) {
      return Kind.BLOCK_HEADER;
    } else if (problem.contains("sequence entries are not allowed")) {
      return Kind.ITEM_BEHIND_KEY;
    } else if (problem.contains("expected <block end>")
        || problem.contains("expected the node content")
        || problem.contains("<document start>")) {
      return Kind.MISFIT;
    }
    return Kind.OTHER;
  }

  /** The furthest of its places. */
  int reach() {
    return Math.max(
        offset, Math.max(contextStart.orElse(0), lastScalar.map(TextRange::end).orElse(0)));
  }

  /** The same in the offsets of another text. */
  Failure moved(IntUnaryOperator to) {
    return new Failure(
        context,
        contextStart.map(to::applyAsInt),
        problem,
        to.applyAsInt(offset),
        brackets.stream().map(to::applyAsInt).toList(),
        lastScalar.map(
            range -> new TextRange(to.applyAsInt(range.start()), to.applyAsInt(range.end()))));
  }

  /** Where the fault itself lies: the engine notices some only when it has read much further. */
  int blame() {
    return switch (kind()) {
      case QUOTE, NO_COLON, PROPERTY -> contextStart.orElse(offset);
      case FLOW -> problem.contains("<stream end>") ? brackets.get(0) : offset;
      default -> offset;
    };
  }
}
