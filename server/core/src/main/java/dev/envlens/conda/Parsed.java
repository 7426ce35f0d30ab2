package dev.envlens.conda;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * What a parser made of a text.
 *
 * @param <T> what the text says when it is well formed
 */
public sealed interface Parsed<T> {

  /** The text is well formed. */
  record Ok<T>(T value) implements Parsed<T> {}

  /**
   * The text is not well formed.
   *
   * @param message what is wrong and what to do, as sentences for a user; holds no URL, since one
   *     may carry a password
   * @param range the fault's place in the text that was parsed
   * @param correction the whole text, mended, where it is plain what was meant; it always parses
   */
  record Bad<T>(String message, TextRange range, Optional<String> correction)
      implements Parsed<T> {}

  /** The value of a well-formed text. */
  default Optional<T> ok() {
    return this instanceof Ok<T> good ? Optional.of(good.value()) : Optional.empty();
  }

  /** The fault of a text that is not well formed. */
  default Optional<Bad<T>> bad() {
    return this instanceof Bad<T> bad ? Optional.of(bad) : Optional.empty();
  }
}
