package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * A place where a variable is used or, in its declaration, named.
 *
 * @param range the name, without dollar sign and braces
 */
public record VariableUse(String name, TextRange range) {}
