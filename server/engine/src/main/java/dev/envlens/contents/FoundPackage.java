package dev.envlens.contents;

import dev.envlens.known.InstalledPackage;

/**
 * A package that an image has, and where.
 *
 * @param prefix the folder of the environment that it belongs to, as {@code /opt/conda}; {@code /}
 *     for the system's
 * @param requested whether conda was asked for it by name, rather than for something that needs it
 */
public record FoundPackage(InstalledPackage installed, String prefix, boolean requested) {}
