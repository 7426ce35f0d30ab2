package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/** What a build stage builds on. */
public sealed interface StageBase {

  /**
   * An image.
   *
   * @param name with variables filled in from the defaults of the {@code ARG}s before the first
   *     {@code FROM}; each character knows where it stands, in the {@code FROM} or in a default, so
   *     {@link SourceText#editable} of a part (its tag, say) is the place to edit
   */
  record Image(SourceText name) implements StageBase {

    /** Where the whole name can be replaced: the {@code FROM}'s or the default it comes from. */
    public Optional<TextRange> place() {
      return name.editable(0, name.length());
    }
  }

  /** The stage at {@code index} of {@link Dockerfile#stages}, which stands further up. */
  record Earlier(int index) implements StageBase {}

  /** {@code scratch}: nothing. */
  record Scratch() implements StageBase {}

  /**
   * Only the build will tell.
   *
   * @param variables the variables without a known value; empty when no image is written
   */
  record Unknown(List<String> variables) implements StageBase {}
}
