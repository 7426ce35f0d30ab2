package dev.envlens.dockerfile;

import java.util.Optional;

/**
 * A variable that an {@code ARG} or {@code ENV} declares.
 *
 * @param instruction the {@code ARG} or {@code ENV}
 * @param stage the number of the stage that it stands in; -1 before the first {@code FROM}
 * @param name the variable's name
 * @param value what is written behind it, quotes included; absent for an {@code ARG} without a
 *     default
 */
public record Declaration(
    Instruction instruction, int stage, SourceText name, Optional<SourceText> value) {

  /** The stage of what stands before the first {@code FROM}. */
  public static final int GLOBAL = -1;

  /** Whether the build may set it: {@code ARG}, not {@code ENV}. */
  public boolean isArgument() {
    return instruction.is("ARG");
  }
}
