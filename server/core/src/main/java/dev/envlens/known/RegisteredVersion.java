package dev.envlens.known;

import java.time.Instant;

/**
 * A version of an environment that the workspace has.
 *
 * @param hash 64 hex digits
 * @param canonicalJson what was hashed (see {@link dev.envlens.definition.DefinitionHash})
 * @param created when it was registered
 * @param archived whether it was put away; it can still be used by name
 */
public record RegisteredVersion(
    String name,
    String version,
    String hash,
    String canonicalJson,
    Instant created,
    boolean archived) {}
