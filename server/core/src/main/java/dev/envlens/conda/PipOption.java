package dev.envlens.conda;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * An option of pip's in a requirements file.
 *
 * @param name its long name, {@code --index-url}, however it is written
 * @param value its value without quotes; it may hold a password, so it goes into no message
 * @param range where the option's name stands
 */
public record PipOption(String name, Optional<Part> value, TextRange range) {}
