package dev.envlens.curated;

import java.util.Optional;

/**
 * A version of a curated environment.
 *
 * @param number such as {@code 49}; empty where the sources leave it to be numbered on release
 * @param sources what it is made of; empty where only the number is known
 */
public record CuratedVersion(Optional<String> number, Optional<CuratedSources> sources) {}
