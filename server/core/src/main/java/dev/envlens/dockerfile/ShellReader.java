package dev.envlens.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Divides a script into its simple commands by POSIX shell's rules of quoting and tokens (with
 * bash's {@code &>} and {@code <<<}). It looks neither into {@code $(…)} nor at what compound
 * commands mean. One pass over the text.
 */
final class ShellReader {

  /** A document that the script itself opens, to be passed over at the next line's end. */
  private record Document(String delimiter, boolean stripsTabs) {}

  private final SourceText text;
  private final boolean literalBackslash;
  private final List<ShellCommand> commands = new ArrayList<>();
  private final Queue<Document> documents = new ArrayDeque<>();
  private List<ShellWord> words = new ArrayList<>();
  private List<Redirection> redirections = new ArrayList<>();

  /** The word that ended just before {@code at}, if one did. */
  private Optional<ShellWord> touching = Optional.empty();

  private int at;

  private ShellReader(SourceText text, boolean literalBackslash) {
    this.text = text;
    this.literalBackslash = literalBackslash;
  }

  /**
   * @param literalBackslash whether a backslash is an ordinary character, as in Windows shells
   */
  static List<ShellCommand> read(SourceText script, boolean literalBackslash) {
    var reader = new ShellReader(script, literalBackslash);
    reader.script();
    return reader.commands;
  }

  private void script() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        endCommand();
        skipDocuments();
      } else if (SourceText.isSpace(c)) {
        at++;
        touching = Optional.empty();
      } else if (c == '\\' && startsLineEnd(at + 1)) {
        at = text.text().indexOf('\n', at) + 1;
      } else if (c == '#' && touching.isEmpty()) {
        int end = text.text().indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (isRedirection(c)) {
        redirection(at, false);
      } else if (";&|()".indexOf(c) >= 0) {
        at++;
        endCommand();
      } else {
        wordOrDescriptor();
      }
    }
    endCommand();
  }

  private boolean startsLineEnd(int i) {
    return text.text().startsWith("\n", i) || text.text().startsWith("\r\n", i);
  }

  private boolean isRedirection(char c) {
    return c == '>'
        || (c == '<' && !text.text().startsWith("<(", at))
        || text.text().startsWith("&>", at);
  }

  private void endCommand() {
    touching = Optional.empty();
    if (!words.isEmpty() || !redirections.isEmpty()) {
      commands.add(new ShellCommand(List.copyOf(words), List.copyOf(redirections)));
      words = new ArrayList<>();
      redirections = new ArrayList<>();
    }
  }

  private void wordOrDescriptor() {
    int start = at;
    boolean digits = touching.isEmpty();
    while (digits && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at > start && at < text.length() && "<>".indexOf(text.charAt(at)) >= 0) {
      redirection(start, true);
      return;
    }
    at = start;
    var word = word();
    words.add(word);
    touching = Optional.of(word);
  }

  private void redirection(int start, boolean descriptor) {
    var before = touching;
    String operator = operator();
    at += operator.length();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    Optional<ShellWord> target = Optional.empty();
    if (at < text.length() && !endsWord(text.charAt(at))) {
      target = Optional.of(word());
    }
    if (operator.equals("<<") || operator.equals("<<-")) {
      target.ifPresent(t -> documents.add(new Document(t.text(), operator.equals("<<-"))));
    }
    redirections.add(new Redirection(operator, text.range(start, at), descriptor, before, target));
    touching = target;
  }

  private String operator() {
    for (var operator : List.of("&>>", "<<<", "<<-", "&>", ">>", "<<", ">&", "<&", "<>", ">|")) {
      if (text.text().startsWith(operator, at)) {
        return operator;
      }
    }
    return text.text().substring(at, at + 1);
  }

  private void skipDocuments() {
    while (!documents.isEmpty()) {
      var document = documents.remove();
      boolean ended = false;
      while (!ended && at < text.length()) {
        int end = text.text().indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        int start = at;
        while (document.stripsTabs() && start < end && text.charAt(start) == '\t') {
          start++;
        }
        int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
        ended = document.delimiter().equals(text.text().substring(start, last));
        at = Math.min(end + 1, text.length());
      }
    }
  }

  private static boolean endsWord(char c) {
    return SourceText.isSpace(c) || ";&|()<>".indexOf(c) >= 0;
  }

  private ShellWord word() {
    int start = at;
    var value = new SourceText.Builder(text.range(at, at).start());
    boolean quoted = false;
    boolean expands = false;
    char quote = 0;
    while (at < text.length()
        && (quote != 0 || !endsWord(text.charAt(at)) || isInnerBracket(start))) {
      char c = text.charAt(at);
      if (quote == '\'' ? c == quote : c == '"' || (quote == 0 && c == '\'')) {
        quote = quote == 0 ? c : 0;
        quoted = true;
        at++;
      } else if (c == '\\' && quote != '\'' && !literalBackslash && at + 1 < text.length()) {
        quoted = true;
        escaped(value, quote);
      } else if (quote != '\'' && (c == '`' || c == '$' || isInnerBracket(start))) {
        int before = at;
        copySubstitution(value);
        expands |= at > before + 1;
      } else {
        value.append(text, at++);
      }
    }
    return new ShellWord(value.build(), text.range(start, at), quoted, expands);
  }

  /** Whether {@code at} is the bracket of {@code <(…)}, which begins a word. */
  private boolean isInnerBracket(int start) {
    return at == start && text.charAt(at) == '<';
  }

  private void escaped(SourceText.Builder value, char quote) {
    if (startsLineEnd(at + 1)) {
      at = text.text().indexOf('\n', at) + 1;
      return;
    }
    // Inside double quotes a backslash stays unless it hides something.
    if (quote == '"' && "$`\"\\".indexOf(text.charAt(at + 1)) < 0) {
      value.append(text, at);
    }
    value.append(text, at + 1);
    at += 2;
  }

  /**
   * Copies {@code $(…)}, <code>${…}</code>, {@code $NAME}, {@code `…`} or {@code <(…)} as it is.
   */
  private void copySubstitution(SourceText.Builder value) {
    char first = text.charAt(at);
    value.append(text, at++);
    if (first == '`') {
      copyTo('`', value);
      return;
    }
    char open = at < text.length() ? text.charAt(at) : 0;
    if (open == '(' || open == '{') {
      copyBalanced(open, open == '(' ? ')' : '}', value);
    } else if (open == '_' || Character.isLetterOrDigit(open) || "@*#?!$-".indexOf(open) >= 0) {
      value.append(text, at++);
    }
  }

  private void copyTo(char end, SourceText.Builder value) {
    boolean ended = false;
    while (!ended && at < text.length()) {
      ended = text.charAt(at) == end;
      value.append(text, at++);
    }
  }

  private void copyBalanced(char open, char close, SourceText.Builder value) {
    int depth = 0;
    char quote = 0;
    do {
      char c = text.charAt(at);
      if (c == '\\' && quote != '\'' && at + 1 < text.length()) {
        value.append(text, at++);
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else {
        depth += c == open ? 1 : c == close ? -1 : 0;
      }
      value.append(text, at++);
    } while (depth > 0 && at < text.length());
  }
}
