package dev.envlens.workspace;

import java.time.Instant;

/**
 * An environment by its name.
 *
 * @param versions how many there are
 * @param newest the version that was registered last
 * @param archived whether all of it was put away
 */
public record EnvironmentSummary(
    String name, int versions, String newest, String hash, Instant modified, boolean archived) {}
