/**
 * Files and folders as values: linked files, build contexts and what they hold, near misses, and
 * the files that a folder has for checking.
 *
 * <p>Reads, never writes, never runs anything, and never opens what could block (a pipe, a device).
 * What goes wrong with a file comes back as a value with a reason in words for a user. Core asks
 * through {@link dev.envlens.link.Surroundings}, which {@link dev.envlens.files.DiskSurroundings}
 * answers. What is ignored depends on who reads: {@link dev.envlens.files.UploadRules} for the
 * upload of a context, {@link dev.envlens.files.BuilderRules} for Docker, git's own rules for a
 * walk.
 */
package dev.envlens.files;
