package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What might have been meant where the engine failed in a text. Asked once. */
final class Candidates {

  private final Site site;
  private final String text;
  private final Failure failure;
  private final SourceLines lines;
  private final int line;
  private final Masking masking;
  private final Found found;
  private final UnclosedCandidates unclosed;
  private final IndentationCandidates indentation;
  private final KeyCandidates keys;

  Candidates(String text, Failure failure, Masking masking) {
    this.site = Site.of(text, failure);
    this.text = text;
    this.failure = failure;
    this.lines = site.lines();
    this.line = site.line();
    this.masking = masking;
    this.found = new Found(text);
    this.unclosed = new UnclosedCandidates(site, found);
    this.indentation = new IndentationCandidates(site, found);
    this.keys = new KeyCandidates(site, found);
  }

  /** Repairs for this kind of failure; they keep as much as they can. */
  List<Candidate> likely() {
    placeholders();
    switch (failure.kind()) {
      case TAB -> tab();
      case COLON -> colon();
      case NO_COLON -> keys.noColon(site.contextLine());
      case BAD_START -> badStart();
      case MISFIT -> misfit();
      case ESCAPE -> unclosed.escape();
      case QUOTE -> unclosed.on(site.contextLine());
      case FLOW -> new FlowCandidates(site, found).find();
      case PROPERTY -> property();
      case DIRECTIVE -> blank(lines.line(line).range(), Faults::directive);
      case BLOCK_HEADER -> blockHeader();
      case BLOCK_INDENT -> indentation.blockIndent();
      case ITEM_BEHIND_KEY -> blank(site.rest(failure.offset()), Faults::itemBehindKey);
      case OTHER -> unclosed.above();
    }
    return found.all();
  }

  /** Repairs that give up lines, for what nothing better helps. */
  List<Candidate> rough() {
    unclosed.above();
    blankRough(site.rest(failure.offset()));
    blankRough(lines.range(line));
    failure
        .contextStart()
        .ifPresent(
            start -> {
              int context = lines.at(start);
              blankRough(site.rest(start));
              blankRough(lines.range(context));
              blankRough(lines.range(context).union(lines.range(line)));
              blankRough(site.block(context));
            });
    lines.above(line).ifPresent(above -> blankRough(lines.range(above)));
    blankRough(site.block(line));
    blankRough(indentation.strayBlock());
    return found.all();
  }

  /** What is wrong, when nothing is known that mends it. */
  YamlProblem problem() {
    int blamed = Math.min(failure.blame(), text.length());
    var opened = lines.line(lines.at(blamed)).open();
    if (!opened.isEmpty()) {
      return unclosed.problem(lines.at(blamed), opened);
    }
    return failure.kind() == Failure.Kind.MISFIT
        ? Faults.misfit(site.word(blamed))
        : Faults.other(site.word(blamed));
  }

  private void tab() {
    int end = failure.offset();
    while (end < text.length() && text.charAt(end) == '\t') {
      end++;
    }
    var range = new TextRange(failure.offset(), end);
    found.add(Repairs.change(range, " ".repeat(range.length())), 1, Faults.tab(range));
  }

  /** Two opening braces that aren't closed on their line. */
  private void placeholders() {
    int from = text.indexOf("{{", lines.range(site.contextLine()).start());
    if (from < 0 || lines.at(from) > line) {
      return;
    }
    int end = lines.line(lines.at(from)).end();
    if (from >= end) {
      return; // in a comment
    }
    var range = new TextRange(from, end);
    found.add(Repairs.changes(masks(range, "{}[],:#")), 1, Faults.placeholder(range));
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
      found.add(
          Repairs.changes(masks(site.rest(failure.offset()), ":")), 1, Faults.colonInValue(place));
      return;
    }
    lines
        .above(line)
        .ifPresent(
            above -> {
              if (site.column(above) == site.column(line) && lines.line(above).colons().isEmpty()) {
                keys.noColon(above);
              } else {
                unclosed.above();
                indentation.reindent();
              }
            });
  }

  private void badStart() {
    char start = failure.offset() < text.length() ? text.charAt(failure.offset()) : ' ';
    var range = site.valueAt(failure.offset());
    found.add(Repairs.blank(withComma(range)), 1, Faults.badStart(range, start));
    blank(site.rest(failure.offset()), whole -> Faults.badStart(range, start));
  }

  private void property() {
    int start = Math.min(failure.blame(), text.length() - 1);
    var range = site.valueAt(start);
    found.add(Repairs.blank(withComma(range)), 1, Faults.badProperty(range, text.charAt(start)));
  }

  /** An item between brackets goes with the comma behind it. */
  private TextRange withComma(TextRange value) {
    boolean isItem =
        !failure.brackets().isEmpty() && text.startsWith("[", failure.brackets().get(0));
    return isItem && text.startsWith(",", value.end())
        ? new TextRange(value.start(), value.end() + 1)
        : value;
  }

  /** Something that neither continues nor ends what stands above it. */
  private void misfit() {
    int offset = Math.min(failure.offset(), text.length());
    var here = lines.line(line);
    char c = offset < text.length() ? text.charAt(offset) : ' ';
    var place = TextRange.at(offset).union(TextRange.at(Math.min(offset + 1, text.length())));
    if (c == ']' || c == '}') {
      found.add(Repairs.blank(place), 1, Faults.nothingToClose(place, c));
    } else if (c == ',') {
      found.add(Repairs.blank(place), 1, Faults.nothingToSeparate(place));
    }
    if (offset == here.start() || site.column(line) == offset - lines.range(line).start()) {
      if (c == ':') {
        found.add(Repairs.blank(here.range()), 3, Faults.noKey(place));
      }
      indentation.reindent();
      indentation.strayLines();
      listWithoutKey();
      if (lines.isItem(line) && failure.context().contains("mapping")) {
        found.add(Repairs.blank(here.range()), 4, Faults.itemAmongKeys(here.range()));
      }
    } else {
      unclosed.behindQuote(offset);
      behindAlias(offset);
    }
    lines.above(line).ifPresent(this::directive);
    failure.lastScalar().ifPresent(scalar -> unclosed.on(lines.at(scalar.start())));
    unclosed.above();
  }

  /** Keys where a list was being read that has none itself. */
  private void listWithoutKey() {
    int start = site.contextStart();
    int first = lines.at(start);
    if (first < line
        && failure.context().contains("collection")
        && start == lines.range(first).start()
        && lines.indent(line) == 0) {
      var list = new TextRange(start, lines.range(line - 1).end());
      found.add(Repairs.blank(list), 2, Faults.listWithoutKey(lines.line(first).range()));
    }
  }

  private void behindAlias(int offset) {
    var before = site.word(Math.max(0, text.substring(0, offset).stripTrailing().length()));
    if (text.startsWith("*", before.start()) && lines.at(before.start()) == line) {
      var range = site.rest(before.start());
      found.add(Repairs.blank(range), 1, Faults.badProperty(range, '*'));
    }
  }

  private void directive(int above) {
    var range = lines.line(above).range();
    if (text.startsWith("%", range.start())) {
      found.add(Repairs.blank(range), 1, Faults.directive(range));
    }
  }

  private void blockHeader() {
    char mark = text.charAt(Math.min(site.contextStart(), text.length() - 1));
    blank(site.rest(failure.offset()), range -> Faults.behindBlockMark(range, mark));
  }

  private void blank(TextRange range, Function<TextRange, YamlProblem> problem) {
    found.add(Repairs.blank(range), range.length() + 1, problem.apply(range));
  }

  private void blankRough(TextRange range) {
    found.add(Repairs.blank(range), 10 + range.of(text).strip().length(), problem());
  }
}
