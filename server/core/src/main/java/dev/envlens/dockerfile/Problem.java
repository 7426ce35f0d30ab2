package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * A fault for which Docker refuses the file.
 *
 * @param message what is wrong and what to do
 * @param range the faulty part; empty where something is missing
 */
public record Problem(String message, TextRange range) {}
