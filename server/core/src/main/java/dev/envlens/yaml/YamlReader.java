package dev.envlens.yaml;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text, and after a syntax error its readable rest, with one small repair after another.
 */
final class YamlReader {

  static final int MAX_PROBLEMS = 20;

  /** How much text may be read again in search of repairs, in UTF-16 units. */
  private static final long REPAIR_BUDGET = 20_000_000;

  private final String text;
  private final boolean leavesOut;
  private final LineIndex lines;
  private final Masking masking;
  private final Repairer repairer;
  private final List<YamlProblem> problems = new ArrayList<>();
  private Repairs repairs = Repairs.none();
  private boolean conflictsSought;
  private boolean tabsSought;

  private YamlReader(String text, boolean leavesOut) {
    this.text = text;
    this.leavesOut = leavesOut;
    this.lines = LineIndex.of(text);
    this.masking = Masking.of(text);
    this.repairer = new Repairer(masking, REPAIR_BUDGET);
  }

  static Yaml read(String text, int maxLength) {
    return text.length() > maxLength
        ? tooLarge(text, maxLength)
        : new YamlReader(text, true).read();
  }

  /** The same tree with every line shown to the engine, which takes longer where lists are long. */
  static Yaml readLineByLine(String text) {
    return new YamlReader(text, false).read();
  }

  private static Yaml tooLarge(String text, int maxLength) {
    var lines = LineIndex.of(text);
    var problem =
        new YamlProblem(
            lines.lineRange(0),
            "This file is too large to check (%d MB; the limit is %d MB, setting maxFileSize)."
                .formatted(text.length() / 1_048_576, maxLength / 1_048_576));
    return new Yaml(text, lines, List.of(), List.of(), List.of(problem), List.of());
  }

  private Yaml read() {
    problems.addAll(masking.problems());
    var unread = new ArrayList<TextRange>();
    var reading = compose();
    while (reading.failure().isPresent()) {
      var failure = reading.failure().get();
      var repair = repair(failure);
      if (repair.isEmpty()) {
        unread.add(lineAndBelow(repairs.original(failure.blame())));
        break;
      }
      repairs = repairs.and(repair.get());
      reading = compose();
    }
    unread.addAll(0, repairs.blanks());
    problems.addAll(reading.problems());
    problems.sort(Comparator.comparingInt(problem -> problem.range().start()));
    return new Yaml(
        text,
        lines,
        reading.documents(),
        Comments.in(text, reading.scalars()),
        problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)),
        unread);
  }

  private Composer.Reading compose() {
    String repaired = repaired();
    var lists = leavesOut ? LongLists.in(repaired) : LongLists.none(repaired);
    var reading = compose(lists);
    return reading.whole() ? reading : compose(LongLists.none(repaired));
  }

  private Composer.Reading compose(LongLists lists) {
    return new Composer(text, lists, masking, repairs).compose();
  }

  private String repaired() {
    return repairs.apply(masking.masked());
  }

  /** What mends {@code failure}, after saying so; nothing when it isn't to be had. */
  private Optional<Repairs> repair(Failure failure) {
    if (problems.size() >= MAX_PROBLEMS) {
      return Optional.empty();
    }
    return conflicts().or(() -> tabs(failure)).or(() -> single(failure));
  }

  private Optional<Repairs> conflicts() {
    if (conflictsSought) {
      return Optional.empty();
    }
    conflictsSought = true;
    var conflicts = Conflicts.in(text, MAX_PROBLEMS);
    problems.addAll(conflicts.problems());
    return Optional.of(conflicts.repairs()).filter(found -> !found.isEmpty());
  }

  /** All tabs at once, when the first of them is in the way. */
  private Optional<Repairs> tabs(Failure failure) {
    if (tabsSought || failure.kind() != Failure.Kind.TAB) {
      return Optional.empty();
    }
    tabsSought = true;
    String repaired = repaired();
    var meanings = Tabs.meanings(repaired);
    if (meanings.isEmpty()) {
      return Optional.empty();
    }
    var best = repairer.furthest(meanings, repaired);
    var problem = Faults.tab(best.changes().get(0).range());
    return Optional.of(report(new Candidate(best, 0, problem).moved(repairs::original)));
  }

  private Optional<Repairs> single(Failure failure) {
    String repaired = repaired();
    var found =
        repairer.spend(text.length())
            ? repairer.repair(repaired, failure)
            : Optional.<Candidate>empty();
    var candidate =
        found
            .orElseGet(() -> new Candidate(Repairs.none(), 0, repairer.describe(repaired, failure)))
            .moved(repairs::original);
    boolean isStuck = problems.contains(unmasked(candidate.problem()));
    var repair = report(candidate);
    return Optional.of(repair).filter(it -> found.isPresent() && !isStuck);
  }

  private Repairs report(Candidate candidate) {
    var problem = unmasked(candidate.problem());
    if (!problems.contains(problem) && !continuesLast(problem)) {
      problems.add(problem);
    }
    return candidate.repairs();
  }

  private YamlProblem unmasked(YamlProblem problem) {
    return new YamlProblem(problem.range(), masking.unmask(problem.message()));
  }

  /** Whether the line above has the same problem, and it is one that doesn't name its cause. */
  private boolean continuesLast(YamlProblem problem) {
    if (problems.isEmpty() || !Faults.isVague(problem)) {
      return false;
    }
    var last = problems.get(problems.size() - 1);
    int line = lines.line(problem.range().start());
    int lastLine = lines.line(last.range().end());
    return last.message().equals(problem.message()) && (line == lastLine || line == lastLine + 1);
  }

  private TextRange lineAndBelow(int offset) {
    int line = lines.line(Math.min(offset, text.length()));
    return new TextRange(lines.lineStart(line), text.length());
  }
}
