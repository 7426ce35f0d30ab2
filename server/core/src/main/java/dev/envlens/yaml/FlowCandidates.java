package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** What might have been meant where the engine failed between brackets. Used once. */
final class FlowCandidates {

  /** How many lines an unclosed list or mapping may have been meant to take. */
  private static final int LINES = 40;

  private final String text;
  private final Failure failure;
  private final SourceLines lines;
  private final int offset;
  private final char met;
  private final Found found;

  FlowCandidates(Site site, Found found) {
    this.text = site.text();
    this.failure = site.failure();
    this.lines = site.lines();
    this.found = found;
    this.offset = Math.min(failure.offset(), text.length());
    this.met = offset < text.length() ? text.charAt(offset) : '\n';
  }

  void find() {
    if (failure.brackets().isEmpty()) {
      return;
    }
    int bracket = Math.min(failure.brackets().get(0), text.length() - 1);
    boolean isCloser = met == ']' || met == '}';
    if (isCloser && met != UnclosedCandidates.closer(text.charAt(bracket))) {
      String closer = String.valueOf(UnclosedCandidates.closer(text.charAt(bracket)));
      var range = new TextRange(bracket, offset);
      found.add(Repairs.insert(offset, closer), 1, Faults.unclosed(text, range));
    }
    if (quoteAbove(bracket)) {
      return;
    }
    if (met == ',' || isCloser) {
      var range = new TextRange(offset, offset + 1);
      var problem = isCloser ? Faults.nothingToClose(range, met) : Faults.nothingToSeparate(range);
      found.add(Repairs.blank(range), 1, problem);
    } else if (met == ':') {
      commaBeforeKey();
    } else if (met > ' ') {
      comma();
    }
    closers(bracket);
    withoutBracket(bracket);
    withoutBracket(failure.brackets().get(failure.brackets().size() - 1));
  }

  /** As if the bracket weren't there. */
  private void withoutBracket(int bracket) {
    int end = Math.max(bracket + 1, lines.line(lines.at(bracket)).end());
    int next = bracket + 1;
    while (next < end && text.charAt(next) == ' ') {
      next++;
    }
    var problem = Faults.unclosed(text, new TextRange(bracket, end));
    found.add(Repairs.change(new TextRange(bracket, next), ""), 3, problem);
  }

  /** A quote that isn't closed on one of the lines since the bracket. */
  private boolean quoteAbove(int bracket) {
    int here = lines.at(offset);
    for (int i = here; i >= Math.max(lines.at(bracket), here - LINES); i--) {
      var content = lines.line(i);
      int last = content.open().isEmpty() ? -1 : content.open().get(content.open().size() - 1);
      if (last > bracket && last < offset && isQuote(text.charAt(last))) {
        var range = new TextRange(last, content.end());
        var problem = Faults.unclosed(text, range);
        String quote = String.valueOf(text.charAt(last));
        if (last == content.start()) {
          found.add(Repairs.blank(range), 1, problem);
        }
        int inner = UnclosedCandidates.beforeClosers(text, range);
        if (inner < range.end()) {
          found.add(Repairs.insert(inner, quote), 1, problem);
        }
        found.add(Repairs.insert(range.end(), quote + ","), 2, problem);
        found.add(Repairs.insert(range.end(), quote), 3, problem);
        closers(bracket);
        return true;
      }
    }
    return false;
  }

  /** Closes all brackets at the end of one of the lines from the innermost bracket on. */
  private void closers(int bracket) {
    int first = lines.at(bracket);
    int last = Math.min(lines.at(offset), first + LINES);
    for (int i = first; i <= last; i++) {
      var content = lines.line(i);
      if (content.isBlank() || content.end() <= bracket) {
        continue;
      }
      var closers = new StringBuilder();
      var problem = Faults.unclosed(text, new TextRange(bracket, lines.line(first).end()));
      var open = content.open();
      if (!open.isEmpty() && isQuote(text.charAt(open.get(open.size() - 1)))) {
        int quote = open.get(open.size() - 1);
        closers.append(text.charAt(quote));
        problem = Faults.unclosed(text, new TextRange(quote, content.end()));
      }
      for (int opening : failure.brackets()) {
        if (opening < content.end() && opening < text.length()) {
          closers.append(UnclosedCandidates.closer(text.charAt(opening)));
        }
      }
      found.add(Repairs.insert(content.end(), closers.toString()), closers.length(), problem);
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private void comma() {
    int end = endBefore(offset);
    found.add(Repairs.insert(end, ","), 1, Faults.noComma(value()));
  }

  /** In {@code a: 1 b: 2} the second colon is what the engine stumbles over. */
  private void commaBeforeKey() {
    int keyEnd = endBefore(offset);
    int start = keyEnd;
    if (keyEnd > 0 && isQuote(text.charAt(keyEnd - 1))) {
      start = Math.max(0, text.lastIndexOf(text.charAt(keyEnd - 1), keyEnd - 2));
    } else {
      while (start > 0
          && text.charAt(start - 1) > ' '
          && ",[]{}".indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
    }
    int end = endBefore(start);
    if (start < keyEnd && end > 0) {
      var key = new TextRange(start, keyEnd);
      int before = lines.line(lines.at(end - 1)).start();
      var problem =
          text.charAt(end - 1) == ':'
              ? Faults.noValue(new TextRange(Math.min(before, end), end))
              : Faults.noComma(key);
      found.add(Repairs.insert(end, ","), 1, problem);
    }
  }

  /** Behind the last character before {@code from} that is neither white space nor comment. */
  private int endBefore(int from) {
    int i = from;
    while (i > 0 && text.charAt(i - 1) <= ' ') {
      i--;
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        i = Math.min(i, lines.line(lines.at(i)).end());
      }
    }
    return i;
  }

  /** What stands at the failure, up to the next separator. */
  private TextRange value() {
    int end = offset;
    int lineEnd = Math.max(offset, lines.line(lines.at(offset)).end());
    while (end < lineEnd && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new TextRange(offset, end);
  }
}
