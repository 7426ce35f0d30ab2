package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits and unquotes arguments as Docker does for its own use, outside of any shell. */
final class Words {

  private Words() {}

  /** The words between white space, quotes meaning nothing. */
  static List<SourceText> plain(SourceText text) {
    var words = new ArrayList<SourceText>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && !SourceText.isSpace(text.charAt(i))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words.add(text.slice(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** The words between white space that is neither quoted nor escaped; quotes are kept. */
  static List<SourceText> quoted(SourceText text, char escape) {
    var words = new ArrayList<SourceText>();
    int i = 0;
    while (i < text.length()) {
      if (SourceText.isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      int end = wordEnd(text, i, escape);
      words.add(text.slice(i, end));
      i = end;
    }
    return words;
  }

  /** Where the word that begins at {@code start} ends; an open quote runs to the text's end. */
  static int wordEnd(SourceText text, int start, char escape) {
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == escape && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (SourceText.isSpace(c)) {
        return i;
      }
    }
    return text.length();
  }

  /** The word without its quotes and escapes. */
  static SourceText unquoted(SourceText word, char escape) {
    var plain = new SourceText.Builder(word.range().start());
    char quote = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == escape && quote != '\'' && i + 1 < word.length()) {
        plain.append(word, ++i);
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else {
        plain.append(word, i);
      }
    }
    return plain.build();
  }
}
