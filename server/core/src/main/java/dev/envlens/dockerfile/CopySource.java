package dev.envlens.dockerfile;

/**
 * A file or folder of the build context that {@code COPY} or {@code ADD} takes.
 *
 * @param path relative to the context, as written but for quotes; without variables and wildcards
 */
public record CopySource(Instruction instruction, SourceText path) {}
