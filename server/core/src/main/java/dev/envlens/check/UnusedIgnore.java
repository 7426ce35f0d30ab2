package dev.envlens.check;

import dev.envlens.link.Place;
import dev.envlens.text.Nearest;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code unused-ignore}: a comment, or a code in it, silences nothing.
 *
 * <p>It says nothing where it can't know: of codes that are switched off, of files that couldn't be
 * read in full, of lines with a placeholder, which may be filled in with anything. A conda file or
 * Dockerfile may be used by environments that aren't at hand, so there only codes are judged for
 * which the file alone decides ({@link Rule#dependsOnUse}).
 */
final class UnusedIgnore implements Rule {

  static final String CODE = "unused-ignore";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Severity severity() {
    return Severity.HINT;
  }

  @Override
  public String summary() {
    return "A comment silences nothing.";
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  /**
   * What is known of a check.
   *
   * @param findings what was found before any was silenced
   * @param complete the files of which everything was asked that can be
   * @param pending the files of which more may be found once what they lead to is read
   * @param isOff whether a rule wasn't asked because it is switched off
   */
  record Asked(
      Collection<Finding> findings, Set<URI> complete, Set<URI> pending, Predicate<Rule> isOff) {

    private boolean judges(URI file, Rule rule) {
      return !isOff.test(rule)
          && !rule.code().equals(CODE)
          && (complete.contains(file) || !rule.dependsOnUse());
    }

    private boolean judgesAll(URI file) {
      return complete.contains(file) && Rules.ALL.stream().noneMatch(isOff);
    }
  }

  /** The comments that {@code silencing}, which has seen all findings, had no use for. */
  List<Finding> in(Silencing silencing, Asked asked) {
    var found = new ArrayList<Finding>();
    for (var commented : silencing.files()) {
      var file = commented.file();
      boolean silent =
          !commented.intact()
              || asked.pending().contains(file.uri())
              || commented.all().stream()
                  .anyMatch(
                      c ->
                          c.codes().isEmpty()
                              && c.reach() instanceof SilencingComment.File
                              && silencing.isUsed(file.uri(), c));
      if (!silent) {
        for (var comment : commented.all()) {
          found.addAll(new Judgement(file, comment, silencing, asked).findings());
        }
      }
    }
    return found;
  }

  /** One comment as it is judged. */
  private final class Judgement {

    private final CommentedText file;
    private final SilencingComment comment;
    private final Silencing silencing;
    private final Asked asked;

    Judgement(CommentedText file, SilencingComment comment, Silencing silencing, Asked asked) {
      this.file = file;
      this.comment = comment;
      this.silencing = silencing;
      this.asked = asked;
    }

    List<Finding> findings() {
      if (comment.codes().isEmpty()) {
        return isUnused() ? List.of(finding(comment.range(), allWords(), true)) : List.of();
      }
      var faulty = comment.codes().stream().filter(this::isFaulty).toList();
      boolean whole = faulty.size() == comment.codes().size();
      return faulty.stream().map(code -> finding(code, whole)).toList();
    }

    private boolean isUnused() {
      return asked.judgesAll(file.uri())
          && !silencing.isUsed(file.uri(), comment)
          && !mayBeFilledIn();
    }

    private boolean isFaulty(SilencingComment.Code code) {
      var rule = Rules.of(code.text());
      return rule.isEmpty()
          || (asked.judges(file.uri(), rule.get())
              && !silencing.isUsed(file.uri(), comment, code.text())
              && !mayBeFilledIn());
    }

    /** Whether what it silences holds a placeholder. */
    private boolean mayBeFilledIn() {
      return Placeholders.in(
          comment.reach() instanceof SilencingComment.Line line
              ? file.lineText(line.number())
              : file.text());
    }

    private Finding finding(SilencingComment.Code code, boolean whole) {
      if (Rules.of(code.text()).isPresent()) {
        return finding(code.range(), codeWords(code.text()), whole);
      }
      var near = Nearest.to(code.text(), Rules.ALL.stream().map(Rule::code).toList());
      String words =
          "There is no rule '%s', so this silences nothing%s"
              .formatted(
                  code.text(), near.map(": did you mean '%s'?"::formatted).orElse(". Remove it."));
      var fixes = new ArrayList<Fix>();
      near.filter(this::wouldSilence).ifPresent(right -> fixes.add(rename(code, right)));
      // Whoever misspelt a code wants it, which isn't to be lost without a look.
      fixes.add(
          near.isPresent() ? removal(code.range(), whole) : removal(code.range(), whole).asSafe());
      return UnusedIgnore.this.finding(place(code.range()), words, fixes);
    }

    private Finding finding(TextRange range, String message, boolean whole) {
      return UnusedIgnore.this.finding(place(range), message, removal(range, whole).asSafe());
    }

    private Place place(TextRange range) {
      return new Place(file.uri(), range);
    }

    private String allWords() {
      if (comment.reach() instanceof SilencingComment.Nowhere) {
        return nowhereWords();
      }
      return comment.reach() instanceof SilencingComment.File
          ? "Nothing is wrong in this file, so this comment silences nothing. Remove it."
          : "Nothing is wrong on that line, so this comment silences nothing. Remove it.";
    }

    private String codeWords(String code) {
      if (comment.reach() instanceof SilencingComment.Nowhere) {
        return nowhereWords();
      }
      return "Nothing %s is reported as '%s', so this silences nothing. Remove it."
          .formatted(
              comment.reach() instanceof SilencingComment.File ? "in this file" : "on that line",
              code);
    }

    private static String nowhereWords() {
      return "'ignore-file' works only at the top of a file, above all content. Move it there, or"
          + " remove it.";
    }

    private boolean wouldSilence(String code) {
      return asked.findings().stream()
          .filter(finding -> finding.code().equals(code))
          .filter(finding -> finding.place().file().equals(file.uri()))
          .anyMatch(finding -> comment.reaches(file.line(finding.place().range())));
    }

    private Fix rename(SilencingComment.Code code, String right) {
      return Fix.replace("Write '%s'".formatted(right), place(code.range()), right);
    }

    private Fix removal(TextRange code, boolean whole) {
      return whole
          ? Fix.edit(
              "Remove the comment", file.uri(), TextEdit.delete(file.removal(comment.range())))
          : Fix.edit(
              "Remove '%s'".formatted(code.of(file.text())),
              file.uri(),
              TextEdit.delete(listed(code)));
    }

    /** A code with the comma or space that goes with it. */
    private TextRange listed(TextRange code) {
      var codes = comment.codes();
      int index = 0;
      while (codes.get(index).range().start() < code.start()) {
        index++;
      }
      return index == 0
          ? new TextRange(code.start(), codes.get(1).range().start())
          : new TextRange(codes.get(index - 1).range().end(), code.end());
    }
  }
}
