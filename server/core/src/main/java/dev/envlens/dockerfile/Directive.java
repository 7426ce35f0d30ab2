package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * A parser directive, {@code # name=value}, among the first lines of the file.
 *
 * @param name in lower case: {@code syntax}, {@code escape} or {@code check}
 * @param value as written
 * @param range from the {@code #} to the end of the value
 * @param valueRange the value alone
 */
public record Directive(String name, String value, TextRange range, TextRange valueRange) {}
