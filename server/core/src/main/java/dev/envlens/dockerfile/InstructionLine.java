package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An instruction's joined lines taken apart, before its here-documents are read. */
final class InstructionLine {

  /** A here-document that the line opens. */
  record Opening(String delimiter, boolean expands, boolean stripsTabs, TextRange marker) {}

  private static final Set<String> TAKES_HEREDOCS = Set.of("RUN", "COPY", "ADD");

  private final SourceText keyword;
  private final List<Flag> flags;
  private final SourceText arguments;
  private final Optional<List<SourceText>> exec;
  private final Optional<InstructionLine> onbuild;
  private final List<Opening> openings;

  private InstructionLine(SourceText line, char escape, boolean nested) {
    int end = 0;
    while (end < line.length() && !SourceText.isSpace(line.charAt(end))) {
      end++;
    }
    keyword = line.slice(0, end);
    var found = new ArrayList<Flag>();
    int at = skipSpace(line, end);
    while (line.text().startsWith("--", at)) {
      int wordEnd = Words.wordEnd(line, at, escape);
      boolean last = wordEnd == at + 2;
      if (!last) {
        found.add(flag(line.slice(at, wordEnd), escape));
      }
      at = skipSpace(line, wordEnd);
      if (last) {
        break;
      }
    }
    flags = List.copyOf(found);
    var rest = line.slice(at, line.length());
    arguments = rest;
    exec = rest.text().startsWith("[") ? ExecForm.parse(rest) : Optional.empty();
    onbuild =
        !nested && name().equals("ONBUILD") && !rest.isEmpty()
            ? Optional.of(new InstructionLine(rest, escape, true))
            : Optional.empty();
    openings = onbuild.map(InstructionLine::openings).orElseGet(() -> readOpenings(escape));
  }

  private static int skipSpace(SourceText line, int start) {
    int i = start;
    while (i < line.length() && SourceText.isSpace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Takes a line apart that isn't empty and has no white space at its ends. */
  static InstructionLine read(SourceText line, char escape) {
    return new InstructionLine(line, escape, false);
  }

  List<Opening> openings() {
    return openings;
  }

  Instruction instruction(List<Heredoc> heredocs, int end) {
    return new Instruction(
        name(),
        new TextRange(keyword.range().start(), end),
        keyword.range(),
        flags,
        arguments,
        exec,
        heredocs,
        onbuild.map(line -> line.instruction(heredocs, end)));
  }

  private String name() {
    return keyword.text().toUpperCase(Locale.ROOT);
  }

  private static Flag flag(SourceText word, char escape) {
    int equals = word.text().indexOf('=');
    String name = word.text().substring(2, equals < 0 ? word.length() : equals);
    Optional<SourceText> value =
        equals < 0
            ? Optional.empty()
            : Optional.of(Words.unquoted(word.slice(equals + 1, word.length()), escape));
    return new Flag(name, value, word.range());
  }

  private List<Opening> readOpenings(char escape) {
    if (!TAKES_HEREDOCS.contains(name()) || exec.isPresent() || !arguments.text().contains("<<")) {
      return List.of();
    }
    var found = new ArrayList<Opening>();
    for (var word : Words.quoted(arguments, escape)) {
      opening(word, escape).ifPresent(found::add);
    }
    return found;
  }

  /** {@code [digits]<<[-]delimiter}, the form that Docker takes for a here-document. */
  private static Optional<Opening> opening(SourceText word, char escape) {
    int i = 0;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    if (!word.text().startsWith("<<", i)) {
      return Optional.empty();
    }
    i += 2;
    boolean stripsTabs = word.text().startsWith("-", i);
    i += stripsTabs ? 1 : 0;
    var written = word.slice(i, word.length());
    var delimiter = Words.unquoted(written, escape);
    if (delimiter.isEmpty() || written.text().indexOf('<') >= 0) {
      return Optional.empty();
    }
    boolean expands = delimiter.length() == written.length();
    return Optional.of(new Opening(delimiter.text(), expands, stripsTabs, word.range()));
  }
}
