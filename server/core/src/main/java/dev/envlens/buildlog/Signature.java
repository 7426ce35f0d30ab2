package dev.envlens.buildlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a log says when something is wrong.
 *
 * @param weight of the lines of one step the weightiest decides; among equals, the first
 * @param needle stands in every such line: most lines are passed over by looking for it
 * @param pattern found somewhere in the line; its group {@code of}, if there is one, is the
 *     package, image, command or host that it is about
 */
record Signature(Kind kind, Weight weight, String needle, Pattern pattern) {

  /** How much a line explains. */
  enum Weight {
    /** Only that something failed. */
    END,
    /** What failed, not why. */
    WHAT,
    /** Why. */
    WHY,
    /** Why, where others say something else as a consequence. */
    ROOT
  }

  static Signature of(Kind kind, Weight weight, String needle, String pattern) {
    return new Signature(kind, weight, needle, Pattern.compile(pattern));
  }

  /** What {@code line} is about; an empty text where it doesn't say. */
  Optional<String> in(String line) {
    if (!line.contains(needle)) {
      return Optional.empty();
    }
    var found = pattern.matcher(line);
    return found.find() ? Optional.of(subject(found)) : Optional.empty();
  }

  private String subject(Matcher found) {
    if (!pattern.pattern().contains("(?<of>")) {
      return "";
    }
    return Optional.ofNullable(found.group("of")).orElse("").strip();
  }
}
