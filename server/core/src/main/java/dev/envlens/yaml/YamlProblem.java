package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** A place that is not YAML, or more of it than is read; {@code message} is for a user. */
public record YamlProblem(TextRange range, String message) {}
