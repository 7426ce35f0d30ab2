package dev.envlens.text;

/**
 * A line and a column in UTF-16 code units, both from 0, as the language server protocol counts.
 */
public record Position(int line, int character) {}
