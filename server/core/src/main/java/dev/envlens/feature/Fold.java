package dev.envlens.feature;

/**
 * Lines that can be folded away, from 0: {@code start} stays, all up to and with {@code end} go.
 *
 * @param comment whether it is a run of comments
 */
public record Fold(int start, int end, boolean comment) {}
