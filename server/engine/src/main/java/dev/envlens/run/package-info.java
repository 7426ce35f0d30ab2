/**
 * Runs commands in environments, in a container or in a conda environment of this machine, and
 * remembers what ran in which version of what. {@link dev.envlens.run.Runs} is the use case; where
 * a command runs is a {@link dev.envlens.run.Place}, of which another may be added.
 */
package dev.envlens.run;
