/**
 * What Docker, registries and the workspace have said, as values that are in memory: what rules and
 * editor features may ask of the world outside the files.
 *
 * <p>Nothing here asks anybody: who does puts the answers where these ports find them, and has what
 * was shown looked at again. What hasn't been answered is unknown, which is not the same as no.
 */
package dev.envlens.known;
