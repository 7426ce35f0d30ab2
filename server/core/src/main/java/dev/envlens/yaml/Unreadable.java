package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/**
 * A value that is there but can't be read: after a syntax error, nested too deeply, or an alias
 * that leads nowhere. A problem has been reported for it, so nothing else should be said about it.
 */
public record Unreadable(TextRange range) implements Node {}
