package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * One instruction, over all its lines.
 *
 * @param keyword in capitals, {@code RUN}
 * @param range from the keyword to the end of the last line, here-documents included
 * @param keywordRange the keyword
 * @param flags the options before the arguments, in order
 * @param arguments what follows the options, with the lines joined and comments left out; empty
 *     when nothing follows
 * @param exec the arguments as a JSON list, {@code ["a", "b"]}, each decoded; absent in shell form
 * @param heredocs the here-documents, in order
 * @param onbuild the instruction that an {@code ONBUILD} keeps for later
 */
public record Instruction(
    String keyword,
    TextRange range,
    TextRange keywordRange,
    List<Flag> flags,
    SourceText arguments,
    Optional<List<SourceText>> exec,
    List<Heredoc> heredocs,
    Optional<Instruction> onbuild) {

  /** Where the arguments stand in the file. */
  public TextRange argumentsRange() {
    return arguments.range();
  }

  /** The instruction as it stands in {@code file}, the Dockerfile's text. */
  public String raw(String file) {
    return range.of(file);
  }

  /** The first option called {@code name}, given without dashes. */
  public Optional<Flag> flag(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
  }

  boolean is(String name) {
    return keyword.equals(name);
  }
}
