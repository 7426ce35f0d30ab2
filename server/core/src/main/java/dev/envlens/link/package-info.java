/**
 * What the paths in a definition lead to, as values.
 *
 * <p>Core reads no file. Whoever holds the files (an editor's buffers, the disk) answers through
 * {@link dev.envlens.link.Surroundings}, and says so when it does not know yet.
 */
package dev.envlens.link;
