package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * A redirection of a command.
 *
 * @param operator {@code >}, {@code >>}, {@code <}, {@code >&}, {@code <<} and so on
 * @param range from the file descriptor, if any, to the end of the target
 * @param descriptor whether a file descriptor stands before the operator, as in {@code 2>}
 * @param before the word that ends where the operator begins, as {@code numpy} in {@code numpy>=1}
 * @param target the word after the operator
 */
public record Redirection(
    String operator,
    TextRange range,
    boolean descriptor,
    Optional<ShellWord> before,
    Optional<ShellWord> target) {}
