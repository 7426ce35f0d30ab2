package dev.envlens.feature;

import dev.envlens.text.TextRange;

/**
 * What is being typed at the caret.
 *
 * @param content the text within its quotes, on both sides of the caret
 * @param typed the part before the caret
 * @param quote the quote before it; 0 where there is none
 * @param closed whether the quote behind it stands there too
 * @param lead the spaces that belong before it and aren't there
 */
record Token(TextRange content, String typed, char quote, boolean closed, String lead) {

  /**
   * An unquoted token from {@code start} to {@code end} in {@code text}.
   *
   * @param glued whether it follows a colon or dash without the space that belongs between
   */
  static Token plain(String text, int start, int caret, int end, boolean glued) {
    return new Token(
        new TextRange(start, end), text.substring(start, caret), '\0', true, glued ? " " : "");
  }

  /** Nothing yet, instead of the white space of {@code range}. */
  static Token blank(TextRange range, String lead) {
    return new Token(range, "", '\0', true, lead);
  }

  boolean isQuoted() {
    return quote != '\0';
  }

  /** The token with its quotes. */
  TextRange whole() {
    return isQuoted()
        ? new TextRange(content.start() - 1, content.end() + (closed ? 1 : 0))
        : content;
  }

  /** How {@code text} is written in its place, behind the lead, so that it is read as that. */
  String written(String text, Sketch.Style style) {
    if (isQuoted()) {
      return Quoting.escaped(text, quote) + (closed ? "" : String.valueOf(quote));
    }
    return Quoting.scalar(text, style);
  }

  /** The same token without its first {@code length} characters. */
  Token after(int length) {
    return new Token(
        new TextRange(content.start() + length, content.end()),
        typed.substring(length),
        quote,
        closed,
        length == 0 ? lead : "");
  }
}
