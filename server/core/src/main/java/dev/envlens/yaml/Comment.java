package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** A comment, from its {@code #} to the end of the line; {@code text} is what follows the mark. */
public record Comment(TextRange range, String text) {}
