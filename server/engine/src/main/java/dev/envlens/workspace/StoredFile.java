package dev.envlens.workspace;

import java.util.Optional;

/**
 * A file of a registered definition.
 *
 * @param path relative to the definition's folder, {@code /} between parts, never leaving it
 * @param sha256 of its bytes, 64 lower-case hex digits; of a link, of its target's text
 * @param size in bytes
 * @param executable its owner's bit
 * @param link the target's text, of a symbolic link within a build context
 */
public record StoredFile(
    String path, String sha256, long size, boolean executable, Optional<String> link) {}
