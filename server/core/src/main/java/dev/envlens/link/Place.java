package dev.envlens.link;

import dev.envlens.text.TextRange;
import java.net.URI;

/** A range in a file. */
public record Place(URI file, TextRange range) {}
