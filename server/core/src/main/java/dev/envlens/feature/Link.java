package dev.envlens.feature;

import dev.envlens.text.TextRange;
import java.net.URI;

/** A path in a document and the file that it leads to; {@code tooltip} says what that is. */
public record Link(TextRange range, URI target, String tooltip) {}
