package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/**
 * One item of a list.
 *
 * @param value what it holds
 * @param range where it stands in the list: the value, or the alias that stands for it
 */
public record Item(Node value, TextRange range) {}
