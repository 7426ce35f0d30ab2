package dev.envlens.check;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comment that silences findings.
 *
 * @param range the comment, from its {@code #}
 * @param alone whether nothing else stands in its line
 * @param reach where it silences
 * @param codes what it silences; none given means everything
 */
record SilencingComment(TextRange range, boolean alone, Reach reach, List<Code> codes) {

  SilencingComment {
    codes = List.copyOf(codes);
  }

  /** Where a comment silences. */
  sealed interface Reach {}

  /** On one line, counted from 0. */
  record Line(int number) implements Reach {}

  /** In all of the file. */
  record File() implements Reach {}

  /** Nowhere: a comment for all of the file that stands below its first content. */
  record Nowhere() implements Reach {}

  /** A code in a comment, and where it stands in the file. */
  record Code(String text, TextRange range) {}

  private static final Pattern FORM =
      Pattern.compile("#\\s*envlens:\\s*(ignore-file|ignore)(?:[\\s:]+(.*))?");

  /** Up to the comment for envlens behind another one. */
  private static final Pattern BEHIND = Pattern.compile("^#.*\\s(?=#\\s*envlens:)");

  private static final Pattern WORD = Pattern.compile("[^,\\s]+");

  private static final Pattern CODE_SHAPE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)+");

  /** The comment at {@code range} of {@code file}, if it is one to silence something. */
  static Optional<SilencingComment> read(CommentedText file, TextRange comment) {
    var range = own(file, comment);
    var matcher = FORM.matcher(range.of(file.text()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Code> codes =
        matcher.group(2) == null
            ? List.of()
            : codes(matcher.group(2), range.start() + matcher.start(2));
    boolean alone = file.isAlone(range);
    Reach reach =
        matcher.group(1).equals("ignore")
            ? new Line(alone ? file.nextContentLine(range) : file.line(range))
            : file.isAboveContent(range) ? new File() : new Nowhere();
    return Optional.of(new SilencingComment(range, alone, reach, codes));
  }

  /** At the end of a line another tool's comment may come first: {@code # noqa # envlens: …}. */
  private static TextRange own(CommentedText file, TextRange comment) {
    var behind = BEHIND.matcher(comment.of(file.text()));
    return behind.find() && !file.isAlone(comment)
        ? new TextRange(comment.start() + behind.end(), comment.end())
        : comment;
  }

  /** Words that follow the codes without a comma, and don't look like one, say why. */
  private static List<Code> codes(String list, int offset) {
    var codes = new ArrayList<Code>();
    var words = WORD.matcher(list);
    while (words.find()) {
      boolean listed = codes.isEmpty() || list.substring(0, words.start()).strip().endsWith(",");
      if (listed || CODE_SHAPE.matcher(words.group()).matches()) {
        codes.add(
            new Code(words.group(), new TextRange(offset + words.start(), offset + words.end())));
      }
    }
    return codes;
  }

  /** Whether it silences {@code code} on {@code line}. */
  boolean silences(int line, String code) {
    return reaches(line) && (isForAll(code) || codes.stream().anyMatch(c -> c.text().equals(code)));
  }

  /** Whether it silences something on {@code line}. */
  boolean reaches(int line) {
    return reach instanceof File || (reach instanceof Line own && own.number() == line);
  }

  /** One without codes is for every rule but that about such comments. */
  private boolean isForAll(String code) {
    return codes.isEmpty() && !code.equals(UnusedIgnore.CODE);
  }
}
