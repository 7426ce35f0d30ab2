package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * A place that names an earlier stage: a {@code FROM}, {@code --from=}, or {@code from=} of a
 * mount.
 *
 * @param stage the number of the stage that is meant
 */
public record StageUse(TextRange range, int stage) {}
