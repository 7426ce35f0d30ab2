package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A build stage: a {@code FROM} and what follows it.
 *
 * @param index its number, from 0
 * @param from its {@code FROM}
 * @param image the image as written there, variables and all; empty when it is missing
 * @param base what that image is
 * @param name the name after {@code AS}
 * @param instructions those after {@code FROM}, up to the next
 */
public record Stage(
    int index,
    Instruction from,
    SourceText image,
    StageBase base,
    Optional<SourceText> name,
    List<Instruction> instructions) {

  /** Where the image stands in its {@code FROM}. */
  public TextRange imageRange() {
    return image.range();
  }
}
