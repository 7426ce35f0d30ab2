package dev.envlens.link;

/**
 * One entry of a build context. Paths are relative to the context, with {@code /} between parts.
 */
public sealed interface ContextEntry {

  String path();

  /**
   * A file: its size in bytes and the SHA-256 of them in 64 lower-case hex digits; {@code
   * executable} is its owner's bit, false where the file system has none.
   */
  record File(String path, boolean executable, long size, String sha256) implements ContextEntry {}

  /** A symbolic link that stays in the context, with its target as written in the link. */
  record Link(String path, String target) implements ContextEntry {}
}
