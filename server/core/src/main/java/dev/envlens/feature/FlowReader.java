package dev.envlens.feature;

import dev.envlens.feature.CaretPlace.Role;
import dev.envlens.feature.CaretPlace.Writing;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out where within brackets the caret is. They are read as text from where they begin: one
 * that isn't closed yet, or a quote, leaves little of them in the tree.
 */
final class FlowReader {

  /** One pair of brackets that the caret is in. */
  private static final class Level {
    final boolean isMap;
    final Set<String> keys = new HashSet<>();
    String key;
    int index;

    Level(boolean isMap) {
      this.isMap = isMap;
    }

    String segment() {
      return isMap ? (key == null ? "" : key) : Integer.toString(index);
    }
  }

  private final Yaml yaml;
  private final String text;
  private final int caret;
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;
  private int tokenStart = -1;
  private String last = "";
  private boolean quotedKeys;

  FlowReader(Yaml yaml, int start, int caret) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.at = start;
    this.caret = caret;
  }

  /**
   * @param before the path of what the brackets are
   */
  Optional<CaretPlace> read(List<String> before) {
    while (at < caret) {
      char c = text.charAt(at);
      if ((c == '"' || c == '\'') && tokenStart < 0) {
        int close = close(at);
        if (caret <= close) {
          return place(before, quoted(at));
        }
        tokenStart = at;
        last = text.substring(at + 1, close);
        quotedKeys |= levels.peek() != null && levels.peek().isMap && c == '"';
        at = close + 1;
      } else if (!step(c)) {
        return Optional.empty();
      }
    }
    if (levels.isEmpty() || (tokenStart >= 0 && isQuote(text.charAt(tokenStart)))) {
      return Optional.empty();
    }
    boolean glued = tokenStart < 0 && caret > 0 && text.charAt(caret - 1) == ':';
    int start = tokenStart < 0 ? caret : tokenStart;
    return place(before, Token.plain(text, start, caret, plainEnd(), glued));
  }

  /** Goes past one character, or one plain text; false where the brackets have ended. */
  private boolean step(char c) {
    switch (c) {
      case '{', '[' -> {
        levels.push(new Level(c == '{'));
        forgetToken();
      }
      case '}', ']' -> {
        levels.poll();
        last = "";
        tokenStart = at;
        if (levels.isEmpty()) {
          return false;
        }
      }
      case ',' -> next();
      case ' ', '\t', '\r', '\n' -> {}
      case '#' -> {
        return skipComment();
      }
      case ':' -> colon();
      default -> plain();
    }
    at++;
    return true;
  }

  private void forgetToken() {
    tokenStart = -1;
    last = "";
  }

  private void next() {
    var level = levels.peek();
    if (level != null) {
      level.key = null;
      level.index++;
    }
    forgetToken();
  }

  private void colon() {
    var level = levels.peek();
    if (level != null && level.isMap && level.key == null) {
      level.key = last;
      level.keys.add(last);
      forgetToken();
    }
  }

  private void plain() {
    if (tokenStart < 0) {
      tokenStart = at;
    }
    int end = at;
    while (end + 1 < caret && !endsPlain(end + 1)) {
      end++;
    }
    last = text.substring(Math.min(tokenStart, at), end + 1).strip();
    at = end;
  }

  private boolean endsPlain(int i) {
    char c = text.charAt(i);
    boolean separates =
        i + 1 >= text.length()
            || Character.isWhitespace(text.charAt(i + 1))
            || ",[]{}".indexOf(text.charAt(i + 1)) >= 0;
    return ",[]{}\r\n".indexOf(c) >= 0
        || (c == ':' && separates)
        || (c == '#' && text.charAt(i - 1) == ' ');
  }

  /** A comment within brackets; false where the caret is in it. */
  private boolean skipComment() {
    int end = lineEnd(at);
    if (end >= caret) {
      return false;
    }
    at = end;
    return true;
  }

  /** Where the quote at {@code open} ends: at the latest, where the line does. */
  private int close(int open) {
    char quote = text.charAt(open);
    int end = lineEnd(open);
    for (int i = open + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return end;
  }

  private Token quoted(int open) {
    int close = close(open);
    boolean closed = close < text.length() && text.charAt(close) == text.charAt(open);
    int end = close;
    while (!closed && end > caret && " ,}]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Token(
        new TextRange(open + 1, end),
        text.substring(open + 1, caret),
        text.charAt(open),
        closed,
        "");
  }

  private int plainEnd() {
    int end = caret;
    while (end < text.length() && !(end > 0 && endsPlain(end))) {
      end++;
    }
    while (end > caret && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  private Optional<CaretPlace> place(List<String> before, Token token) {
    var level = levels.peek();
    if (level == null) {
      return Optional.empty();
    }
    var path = new ArrayList<>(before);
    for (Iterator<Level> outer = levels.descendingIterator(); outer.hasNext(); ) {
      var one = outer.next();
      if (one != level) {
        path.add(one.segment());
      }
    }
    var role = !level.isMap ? Role.ITEM : level.key == null ? Role.KEY : Role.VALUE;
    if (role != Role.KEY) {
      path.add(level.segment());
    }
    if (role == Role.KEY) {
      addKeysBehind(level, token.whole().end());
    }
    int next = skipSpace(token.whole().end());
    boolean hasColon = next < text.length() && text.charAt(next) == ':';
    boolean mayFollow = role == Role.KEY || next < lineEnd(token.whole().end());
    boolean needsComma =
        mayFollow && next < text.length() && ",}]:#".indexOf(text.charAt(next)) < 0;
    boolean json = quotedKeys || yaml.text().stripLeading().startsWith("{\"") || isJsonKey(token);
    return Optional.of(
        new CaretPlace(
            path,
            role,
            token,
            level.keys,
            new Writing(
                json ? Sketch.Style.JSON : Sketch.Style.FLOW,
                0,
                hasColon,
                needsComma,
                LineComments.lineEnd(yaml))));
  }

  /** The keys that stand in the same brackets, but behind the caret. */
  private void addKeysBehind(Level level, int from) {
    int depth = 0;
    String word = "";
    for (int i = from; i < text.length() && depth >= 0; i++) {
      char c = text.charAt(i);
      if (isQuote(c)) {
        int close = close(i);
        word = text.substring(i + 1, close);
        i = close;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == ':' && depth == 0) {
        level.keys.add(word);
      } else if (!Character.isWhitespace(c) && c != ',') {
        int end = i + 1;
        while (end < text.length() && !endsPlain(end)) {
          end++;
        }
        word = text.substring(i, end).strip();
        i = end - 1;
      }
    }
  }

  /** In the one mapping of an otherwise empty JSON file, the first quote tells what it is. */
  private boolean isJsonKey(Token token) {
    return token.quote() == '"' && levels.size() == 1 && yaml.text().startsWith("{");
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
