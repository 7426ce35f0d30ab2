package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What might have been meant where the engine failed in a text. Used once. */
final class Candidates {

  /** How far above a failure an unclosed bracket or quote is looked for, in lines. */
  private static final int LINES_ABOVE = 50;

  /** How many indentations of the lines above are tried. */
  private static final int INDENTATIONS = 6;

  /** The longest block that is moved as a whole, in lines. */
  private static final int BLOCK = 200;

  private final String text;
  private final Failure failure;
  private final Masking masking;
  private final SourceLines lines;
  private final int line;
  private final List<Candidate> found = new ArrayList<>();

  Candidates(String text, Failure failure, Masking masking) {
    this.text = text;
    this.failure = failure;
    this.masking = masking;
    this.lines = new SourceLines(text);
    this.line = lines.at(failure.offset());
  }

  /** Repairs for this kind of failure; they keep as much as they can. */
  List<Candidate> likely() {
    found.clear();
    placeholders();
    switch (failure.kind()) {
      case TAB -> tab();
      case COLON -> colon();
      case NO_COLON -> noColon(contextLine());
      case BAD_START -> badStart();
      case MISFIT -> misfit();
      case ESCAPE -> escape();
      case QUOTE -> unclosed(contextLine());
      case FLOW -> new FlowCandidates(text, failure, lines).addTo(found);
      case PROPERTY -> property();
      case DIRECTIVE -> blank(lines.line(line).range(), Faults::directive);
      case BLOCK_HEADER -> blockHeader();
      case BLOCK_INDENT -> blockIndent();
      case ITEM_BEHIND_KEY -> blank(rest(failure.offset()), Faults::itemBehindKey);
      case OTHER -> unclosedAbove();
    }
    return List.copyOf(found);
  }

  /** Repairs that give up lines, for what nothing better helps. */
  List<Candidate> rough() {
    found.clear();
    unclosedAbove();
    blankRough(rest(failure.offset()));
    blankRough(lines.range(line));
    failure
        .contextStart()
        .ifPresent(
            start -> {
              int context = lines.at(start);
              blankRough(rest(start));
              blankRough(lines.range(context));
              blankRough(lines.range(context).union(lines.range(line)));
              blankRough(block(context));
            });
    lines.above(line).ifPresent(above -> blankRough(lines.range(above)));
    blankRough(block(line));
    blankRough(strayBlock());
    return List.copyOf(found);
  }

  /** What is wrong, when nothing is known that mends it. */
  YamlProblem problem() {
    int blamed = Math.min(failure.blame(), text.length());
    var opened = lines.line(lines.at(blamed)).open();
    if (!opened.isEmpty()) {
      return unclosedProblem(lines.at(blamed), opened);
    }
    return failure.kind() == Failure.Kind.MISFIT
        ? Faults.misfit(word(blamed))
        : Faults.other(word(blamed));
  }

  private void tab() {
    int end = failure.offset();
    while (end < text.length() && text.charAt(end) == '\t') {
      end++;
    }
    var range = new TextRange(failure.offset(), end);
    add(Repairs.change(range, " ".repeat(range.length())), 1, Faults.tab(range));
  }

  /** Two opening braces that aren't closed on their line. */
  private void placeholders() {
    int from = text.indexOf("{{", lines.range(contextLine()).start());
    if (from < 0 || lines.at(from) > line) {
      return;
    }
    var range = new TextRange(from, lines.line(lines.at(from)).end());
    add(Repairs.changes(masks(range, "{}[],:#")), 1, Faults.placeholder(range));
  }

  private List<Repairs.Change> masks(TextRange range, String characters) {
    var masks = new ArrayList<Repairs.Change>();
    for (int i = range.start(); i < range.end(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        String mask = String.valueOf(masking.mask(text.charAt(i)));
        masks.add(new Repairs.Change(new TextRange(i, i + 1), mask));
      }
    }
    return masks;
  }

  /** A colon where a value was being read. */
  private void colon() {
    var here = lines.line(line);
    var place = new TextRange(failure.offset(), failure.offset() + 1);
    boolean inValue = here.colons().stream().anyMatch(colon -> colon < failure.offset());
    if (inValue) {
      add(Repairs.changes(masks(rest(failure.offset()), ":")), 1, Faults.colonInValue(place));
      return;
    }
    lines
        .above(line)
        .ifPresent(
            above -> {
              if (column(above) == column(line) && lines.line(above).colons().isEmpty()) {
                noColon(above);
              } else {
                unclosedAbove();
                reindent();
              }
            });
  }

  /** Where a line's text begins behind its dash, as a column. */
  private int column(int number) {
    return afterDash(number) - lines.range(number).start();
  }

  private int afterDash(int number) {
    var content = lines.line(number);
    int i = content.start();
    if (lines.isItem(number)) {
      i++;
      while (i < content.end() && text.charAt(i) == ' ') {
        i++;
      }
    }
    return i;
  }

  /** The line {@code number} should be a key and has no colon. */
  private void noColon(int number) {
    var content =
        new TextRange(afterDash(number), Math.max(afterDash(number), lines.line(number).end()));
    unclosed(number);
    int wordEnd = endOfWord(content);
    if (wordEnd + 1 < content.end()
        && text.charAt(wordEnd) == ':'
        && text.charAt(wordEnd + 1) > ' '
        && text.charAt(wordEnd + 1) != '/') {
      add(Repairs.insert(wordEnd + 1, " "), 1, Faults.noSpaceBehindColon(content));
    }
    boolean amongItems = isAmongItems(number);
    if (amongItems && !content.isEmpty() && text.charAt(content.start()) == '-') {
      add(Repairs.insert(content.start() + 1, " "), 1, Faults.noSpaceBehindDash(content));
    }
    if (wordEnd > content.start() && !amongItems && hasBlockBelow(number)) {
      var rest = new TextRange(wordEnd, content.end());
      var withColon = Repairs.insert(wordEnd, ":");
      add(withColon, 1, Faults.noColon(content, false));
      add(Repairs.blank(rest).and(withColon), 2, Faults.noColon(content, false));
    }
    if (!content.isEmpty()) {
      var opened = lines.line(number).open();
      add(
          Repairs.blank(content),
          2,
          opened.isEmpty() ? Faults.noColon(content, amongItems) : unclosedProblem(number, opened));
    }
  }

  private int endOfWord(TextRange content) {
    int i = content.start();
    while (i < content.end()
        && (Character.isLetterOrDigit(text.charAt(i)) || "_-.$\"'".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private boolean isAmongItems(int number) {
    for (int i = number - 1; i >= Math.max(0, number - LINES_ABOVE); i--) {
      if (!lines.isBlank(i) && lines.indent(i) <= lines.indent(number)) {
        return lines.indent(i) == lines.indent(number) && lines.isItem(i);
      }
    }
    return false;
  }

  private boolean hasBlockBelow(int number) {
    var below = lines.below(number);
    return below.isPresent() && lines.level(below.getAsInt()) > lines.level(number);
  }

  private void badStart() {
    char start = failure.offset() < text.length() ? text.charAt(failure.offset()) : ' ';
    var range = valueAt(failure.offset());
    add(Repairs.blank(range), 1, Faults.badStart(range, start));
    blank(rest(failure.offset()), whole -> Faults.badStart(range, start));
  }

  private void property() {
    int start = Math.min(failure.blame(), text.length() - 1);
    var range = valueAt(start);
    add(Repairs.blank(range), 1, Faults.badProperty(range, text.charAt(start)));
  }

  /** From {@code offset} to the end of the line, or of the value within brackets. */
  private TextRange valueAt(int offset) {
    var range = rest(offset);
    if (failure.brackets().isEmpty()) {
      return range;
    }
    int end = offset;
    while (end < range.end() && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new TextRange(offset, end);
  }

  /** Something that neither continues nor ends what stands above it. */
  private void misfit() {
    int offset = Math.min(failure.offset(), text.length());
    var here = lines.line(line);
    char c = offset < text.length() ? text.charAt(offset) : ' ';
    var place = TextRange.at(offset).union(TextRange.at(Math.min(offset + 1, text.length())));
    if (c == ']' || c == '}') {
      add(Repairs.blank(place), 1, Faults.nothingToClose(place, c));
    } else if (c == ',') {
      add(Repairs.blank(place), 1, Faults.nothingToSeparate(place));
    }
    if (offset == here.start() || column(line) == offset - lines.range(line).start()) {
      if (c == ':') {
        add(Repairs.blank(here.range()), 3, Faults.noKey(place));
      }
      reindent();
      strayLines();
      listWithoutKey();
      if (lines.isItem(line) && failure.context().contains("mapping")) {
        add(Repairs.blank(here.range()), 4, Faults.itemAmongKeys(here.range()));
      }
    } else {
      behindQuote(offset);
      behindAlias(offset);
    }
    lines.above(line).ifPresent(this::directive);
    failure.lastScalar().ifPresent(scalar -> unclosed(lines.at(scalar.start())));
    unclosedAbove();
  }

  /** Lines that stand deeper than the one above and continue nothing. */
  private void strayLines() {
    var above = lines.above(line);
    if (above.isPresent() && lines.indent(line) > lines.indent(above.getAsInt())) {
      add(Repairs.blank(strayBlock()), 10, Faults.misfit(lines.line(line).range()));
    }
  }

  /** The line and those below it that are indented like it or deeper. */
  private TextRange strayBlock() {
    int last = line;
    var below = lines.below(line);
    while (below.isPresent() && lines.indent(below.getAsInt()) >= lines.indent(line)) {
      last = below.getAsInt();
      below = lines.below(last);
    }
    return lines.range(line).union(lines.range(last));
  }

  /** Keys where a list was being read that has none itself. */
  private void listWithoutKey() {
    int start = contextStart();
    int first = lines.at(start);
    if (first < line
        && failure.context().contains("collection")
        && start == lines.range(first).start()
        && lines.indent(line) == 0) {
      var list = new TextRange(start, lines.range(line - 1).end());
      add(Repairs.blank(list), 2, Faults.listWithoutKey(lines.line(first).range()));
    }
  }

  private void behindQuote(int offset) {
    failure
        .lastScalar()
        .filter(scalar -> lines.at(scalar.start()) == line && !scalar.isEmpty())
        .filter(scalar -> "\"'".indexOf(text.charAt(scalar.start())) >= 0)
        .ifPresent(
            scalar ->
                add(
                    Repairs.blank(new TextRange(scalar.start(), lines.line(line).end())),
                    2,
                    Faults.behindQuote(rest(offset), text.charAt(scalar.start()))));
  }

  private void behindAlias(int offset) {
    var before = word(Math.max(0, text.substring(0, offset).stripTrailing().length()));
    if (text.startsWith("*", before.start()) && lines.at(before.start()) == line) {
      var range = rest(before.start());
      add(Repairs.blank(range), 1, Faults.badProperty(range, '*'));
    }
  }

  private void directive(int above) {
    var range = lines.line(above).range();
    if (text.startsWith("%", range.start())) {
      add(Repairs.blank(range), 1, Faults.directive(range));
    }
  }

  /** The line and its block as deep as one of the lines above. */
  private void reindent() {
    int indent = lines.indent(line);
    var tried = new ArrayList<Integer>();
    int level = Integer.MAX_VALUE;
    var above = lines.above(line);
    while (above.isPresent() && level > 0 && tried.size() < INDENTATIONS) {
      int next = above.getAsInt();
      if (lines.level(next) < level) {
        level = lines.level(next);
        tryIndent(indent, lines.indent(next), tried);
        if (lines.isItem(next)) {
          tryIndent(indent, column(next), tried);
        }
      }
      above = lines.above(next);
    }
    reindentAbove();
  }

  /** The lines above as deep as this one, if they are what stands too deep. */
  private void reindentAbove() {
    int indent = lines.indent(line);
    int first = line;
    int least = Integer.MAX_VALUE;
    var above = lines.above(line);
    while (above.isPresent()
        && lines.indent(above.getAsInt()) > indent
        && line - above.getAsInt() < BLOCK) {
      first = above.getAsInt();
      least = Math.min(least, lines.indent(first));
      above = lines.above(first);
    }
    if (first < line && lines.indent(first) == least) {
      var content = lines.line(first);
      var place = lines.isItem(first) ? content.range() : word(content.start());
      add(
          moved(first, line - 1, indent - least),
          1 + least - indent,
          Faults.indentation(place, least, indent));
    }
  }

  private void tryIndent(int indent, int better, List<Integer> tried) {
    if (better == indent || tried.contains(better)) {
      return;
    }
    tried.add(better);
    var content = lines.line(line);
    var place = lines.isItem(line) ? content.range() : word(content.start());
    var problem = Faults.indentation(place, indent, better);
    int cost = 1 + Math.abs(better - indent);
    add(moved(line, line, better - indent), cost, problem);
    add(
        moved(line, Math.min(lines.lastOfBlock(line), line + BLOCK), better - indent),
        cost + 1,
        problem);
  }

  /** The lines from {@code first} to {@code last}, {@code by} columns further right. */
  private Repairs moved(int first, int last, int by) {
    var changes = new ArrayList<Repairs.Change>();
    for (int i = first; i <= last; i++) {
      if (!lines.isBlank(i)) {
        int indent = lines.indent(i);
        int start = lines.range(i).start();
        var range = new TextRange(start, start + indent);
        changes.add(new Repairs.Change(range, " ".repeat(Math.max(0, indent + by))));
      }
    }
    return Repairs.changes(changes);
  }

  /** Backslashes that aren't meant as escapes, as in Windows' paths. */
  private void escape() {
    int quote = contextStart();
    int bad = text.lastIndexOf('\\', Math.min(failure.offset(), text.length()) - 1);
    if (bad < quote) {
      return;
    }
    var changes = new ArrayList<Repairs.Change>();
    int end = lines.range(line).end();
    for (int i = quote + 1; i < end && text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\') {
        if (i + 1 < end && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
          i++;
        } else {
          changes.add(new Repairs.Change(TextRange.at(i), "\\"));
        }
      }
    }
    var range = new TextRange(bad, Math.min(bad + 2, text.length()));
    var problem = Faults.escape(range, range.of(text));
    add(Repairs.changes(changes), 1, problem);
    add(Repairs.blank(rest(quote)), 2, problem);
  }

  private void blockHeader() {
    char mark = text.charAt(Math.min(contextStart(), text.length() - 1));
    blank(rest(failure.offset()), range -> Faults.behindBlockMark(range, mark));
  }

  /** White space on empty lines, deeper than the text that follows. */
  private void blockIndent() {
    int indent = lines.indent(line);
    for (int i = line - 1; i >= 0 && lines.line(i).isBlank(); i--) {
      var range = lines.range(i);
      if (range.length() > indent) {
        add(Repairs.change(range, ""), 1, Faults.emptyLine(range));
      }
    }
  }

  private void unclosedAbove() {
    for (int i = line; i >= Math.max(0, line - LINES_ABOVE); i--) {
      if (unclosed(i)) {
        return;
      }
    }
  }

  /** Closes, at the line's end, the brackets and quotes that the line opens and leaves open. */
  private boolean unclosed(int number) {
    var content = lines.line(number);
    if (content.open().isEmpty()) {
      return false;
    }
    var closers = new StringBuilder();
    for (int opening : content.open()) {
      closers.insert(0, closer(text.charAt(opening)));
    }
    var problem = unclosedProblem(number, content.open());
    int opening = content.open().get(content.open().size() - 1);
    int inner = beforeClosers(text, new TextRange(opening, content.end()));
    if (inner < content.end() && content.open().size() > 1) {
      add(Repairs.insert(inner, closers.substring(0, 1)), 1, problem);
    }
    add(Repairs.insert(content.end(), closers.toString()), closers.length(), problem);
    if (opening == afterDash(number) && closers.length() == 1) {
      int colon = text.indexOf(": ", opening);
      if (colon >= 0 && colon < content.end()) {
        add(Repairs.insert(colon, closers.toString()), 2, problem);
      }
    }
    if (opening == content.start()) {
      add(Repairs.blank(content.range()), content.range().length() + 1, problem);
    }
    return true;
  }

  /**
   * Where the value of an unclosed quote may end, if the brackets behind it aren't a part of it.
   */
  static int beforeClosers(String text, TextRange quoted) {
    int end = quoted.end();
    while (end > quoted.start() + 1 && "]}, ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private YamlProblem unclosedProblem(int number, List<Integer> open) {
    int opening = open.get(open.size() - 1);
    return Faults.unclosed(text, new TextRange(opening, lines.line(number).end()));
  }

  static char closer(char opening) {
    return switch (opening) {
      case '[' -> ']';
      case '{' -> '}';
      default -> opening;
    };
  }

  private int contextStart() {
    return Math.min(failure.contextStart().orElse(failure.offset()), text.length());
  }

  private int contextLine() {
    return lines.at(contextStart());
  }

  /** From {@code offset} to the end of what its line says. */
  private TextRange rest(int offset) {
    int start = Math.min(offset, text.length());
    return new TextRange(start, Math.max(start, lines.line(lines.at(start)).end()));
  }

  private TextRange block(int number) {
    return lines.range(number).union(lines.range(lines.lastOfBlock(number)));
  }

  /** The word at {@code offset}, or the one before it. */
  private TextRange word(int offset) {
    var range = lines.range(lines.at(offset));
    int start = Math.min(offset, range.end());
    int end = start;
    while (end < range.end() && text.charAt(end) > ' ') {
      end++;
    }
    if (end == start) {
      while (end > range.start() && text.charAt(end - 1) <= ' ') {
        end--;
      }
      start = end;
      while (start > range.start() && text.charAt(start - 1) > ' ') {
        start--;
      }
    }
    return new TextRange(start, end > start + 1 && text.charAt(end - 1) == ':' ? end - 1 : end);
  }

  private void blank(TextRange range, Function<TextRange, YamlProblem> problem) {
    add(Repairs.blank(range), range.length() + 1, problem.apply(range));
  }

  private void blankRough(TextRange range) {
    add(Repairs.blank(range), 10 + range.of(text).strip().length(), problem());
  }

  private void add(Repairs repairs, int cost, YamlProblem problem) {
    boolean changes =
        !repairs.changes().isEmpty()
            || repairs.blanks().stream().anyMatch(range -> !range.of(text).isBlank());
    if (changes) {
      found.add(new Candidate(repairs, cost, problem));
    }
  }
}
