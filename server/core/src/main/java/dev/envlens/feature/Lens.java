package dev.envlens.feature;

import dev.envlens.text.TextRange;

/** A line of text to show above {@code range}. */
public record Lens(TextRange range, String title) {}
