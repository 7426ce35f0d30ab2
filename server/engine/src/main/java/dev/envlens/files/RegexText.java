package dev.envlens.files;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * The text of a regular expression, put together from literals so that nothing in them is special.
 * RE2 matches in linear time, whatever an ignore file holds.
 */
final class RegexText {

  private final StringBuilder text = new StringBuilder();

  /** Adds an expression as it stands. */
  RegexText add(String expression) {
    text.append(expression);
    return this;
  }

  RegexText literal(int codePoint) {
    text.append("\\x{").append(Integer.toHexString(codePoint)).append('}');
    return this;
  }

  /** Adds a range to the class that is open. */
  RegexText range(int low, int high) {
    return literal(low).add("-").literal(high);
  }

  /** Empty when a range runs backwards. */
  Optional<Pattern> compile() {
    try {
      return Optional.of(Pattern.compile(text.toString(), Pattern.DOTALL));
    } catch (PatternSyntaxException backwards) {
      return Optional.empty();
    }
  }
}
