/**
 * Compares environments, wherever they are: in files, in Git, in the workspace. Whatever can be
 * compared is found by {@link dev.envlens.compare.Sources}; to compare something new, teach it
 * there.
 */
package dev.envlens.compare;
