package dev.envlens.image;

import dev.envlens.text.TextRange;
import java.util.Optional;

/** What reading an image's name gave: the reference, or why it isn't one. */
public sealed interface ParsedImage {

  /** The text names an image. */
  record Ok(ImageReference reference) implements ParsedImage {}

  /**
   * The text names no image.
   *
   * @param message what is wrong and what to do, for the person who wrote it; never repeats a part
   *     of the text that may be a password
   * @param range the faulty part, counted from the start of the text; empty where something is
   *     missing
   */
  record Bad(String message, TextRange range) implements ParsedImage {

    static Optional<Bad> at(String message, int start, int end) {
      return Optional.of(new Bad(message, new TextRange(start, end)));
    }
  }
}
