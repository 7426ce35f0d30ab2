package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the lines of a Dockerfile by the rules of Docker's reference: directives at the top,
 * comments, continued lines (comments and blank lines between them are passed over),
 * here-documents.
 */
final class DockerfileParser {

  private final String text;
  private final List<Directive> directives = new ArrayList<>();
  private final List<TextRange> comments = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private char escape = '\\';

  /** Where the next line begins. */
  private int at;

  DockerfileParser(String text) {
    this.text = text;
  }

  List<Directive> directives() {
    return directives;
  }

  List<TextRange> comments() {
    return comments;
  }

  List<Instruction> instructions() {
    return instructions;
  }

  List<Problem> problems() {
    return problems;
  }

  char escape() {
    return escape;
  }

  void parse() {
    at = text.startsWith("\uFEFF") ? 1 : 0;
    while (directive()) {
      at = nextLine(at);
    }
    while (at < text.length()) {
      int start = contentStart(at);
      if (start == contentEnd(at)) {
        at = nextLine(at);
      } else if (text.charAt(start) == '#') {
        comments.add(new TextRange(start, contentEnd(at)));
        at = nextLine(at);
      } else {
        instruction(start);
      }
    }
  }

  /** Takes the line at {@code at} if it is a directive that Docker knows. */
  private boolean directive() {
    int start = contentStart(at);
    int end = contentEnd(at);
    if (start == end || text.charAt(start) != '#') {
      return false;
    }
    int name = skipSpace(start + 1, end);
    int nameEnd = name;
    while (nameEnd < end && Character.isLetterOrDigit(text.charAt(nameEnd))) {
      nameEnd++;
    }
    int equals = skipSpace(nameEnd, end);
    if (equals == end || text.charAt(equals) != '=') {
      return false;
    }
    int value = skipSpace(equals + 1, end);
    int valueEnd = end;
    while (valueEnd > value && SourceText.isSpace(text.charAt(valueEnd - 1))) {
      valueEnd--;
    }
    String key = text.substring(name, nameEnd).toLowerCase(Locale.ROOT);
    if (value == valueEnd || !List.of("syntax", "escape", "check").contains(key)) {
      return false;
    }
    add(
        new Directive(
            key,
            text.substring(value, valueEnd),
            new TextRange(start, valueEnd),
            new TextRange(value, valueEnd)));
    return true;
  }

  private void add(Directive directive) {
    if (directives.stream().anyMatch(d -> d.name().equals(directive.name()))) {
      problems.add(
          new Problem(
              "'# %s=' stands here a second time. Keep one.".formatted(directive.name()),
              directive.range()));
      return;
    }
    directives.add(directive);
    if (directive.name().equals("escape")) {
      if (directive.value().equals("`") || directive.value().equals("\\")) {
        escape = directive.value().charAt(0);
      } else {
        problems.add(
            new Problem(
                "The escape character can only be '\\' or '`'. Write one of them.",
                directive.valueRange()));
      }
    }
  }

  private void instruction(int start) {
    var joined = new SourceText.Builder(start);
    int end = start;
    int from = start;
    boolean continues = true;
    while (continues && at < text.length()) {
      int contentEnd = contentEnd(at);
      int content = contentStart(at);
      boolean inside = from != start;
      if (inside && content == contentEnd) {
        at = nextLine(at);
      } else if (inside && text.charAt(content) == '#') {
        comments.add(new TextRange(content, contentEnd));
        at = nextLine(at);
      } else {
        int stop = continuation(inside ? at : start, contentEnd);
        continues = stop >= 0;
        end = continues ? stop : contentEnd;
        joined.append(text, inside ? at : start, end);
        at = nextLine(at);
      }
      from = at;
    }
    var line = joined.build().trimmed();
    if (!line.isEmpty()) {
      instructions.add(withHeredocs(InstructionLine.read(line, escape), line.range().end()));
    }
  }

  private Instruction withHeredocs(InstructionLine line, int lineEnd) {
    var heredocs = new ArrayList<Heredoc>();
    int end = lineEnd;
    for (var opening : line.openings()) {
      var body = new SourceText.Builder(at);
      boolean closed = false;
      while (!closed && at < text.length()) {
        int start = at;
        int contentEnd = contentEnd(at);
        while (opening.stripsTabs() && start < contentEnd && text.charAt(start) == '\t') {
          start++;
        }
        closed =
            contentEnd - start == opening.delimiter().length()
                && text.startsWith(opening.delimiter(), start);
        end = contentEnd;
        at = nextLine(at);
        if (!closed) {
          body.append(text, start, at);
        }
      }
      if (!closed) {
        problems.add(
            new Problem(
                "The here-document isn't ended. Write '%s' alone on a line after it."
                    .formatted(opening.delimiter()),
                opening.marker()));
      }
      heredocs.add(
          new Heredoc(
              opening.delimiter(),
              opening.expands(),
              opening.stripsTabs(),
              opening.marker(),
              body.build()));
    }
    return line.instruction(List.copyOf(heredocs), Math.max(end, lineEnd));
  }

  /** Where the escape character stands that continues the line, or -1. */
  private int continuation(int start, int end) {
    int last = end - 1;
    while (last >= start && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
      last--;
    }
    boolean escaped = last > start && text.charAt(last - 1) == escape;
    return last >= start && text.charAt(last) == escape && !escaped ? last : -1;
  }

  private int contentStart(int line) {
    return skipSpace(line, contentEnd(line));
  }

  private int skipSpace(int start, int end) {
    int i = start;
    while (i < end && SourceText.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int contentEnd(int line) {
    int end = text.indexOf('\n', line);
    end = end < 0 ? text.length() : end;
    while (end > line && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  private int nextLine(int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end + 1;
  }
}
