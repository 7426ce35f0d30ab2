package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * An option of an instruction, {@code --name=value}, before its arguments.
 *
 * @param name without the dashes
 * @param value what follows the {@code =}, quotes taken off; absent without a {@code =}
 * @param range the whole option
 */
public record Flag(String name, Optional<SourceText> value, TextRange range) {}
