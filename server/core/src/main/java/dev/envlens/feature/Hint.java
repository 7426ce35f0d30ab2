package dev.envlens.feature;

/**
 * A few words shown within a line, behind what they explain.
 *
 * @param offset where they are shown
 * @param tooltip one sentence in plain text
 */
public record Hint(int offset, String label, String tooltip) {}
