package dev.envlens.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What a command reads and writes. Written to from other threads, one at a time each; nobody closes
 * them.
 *
 * @param in empty when it is to read nothing
 */
public record Streams(Optional<InputStream> in, OutputStream out, OutputStream err) {}
