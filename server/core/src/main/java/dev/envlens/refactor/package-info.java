/**
 * Rewrites of environments that mend no fault: parts moved to files of their own and back, other
 * files turned into environments, dependencies sorted or pinned.
 *
 * <p>Pure: no I/O, no protocol types, no state between calls. A rewrite that can't be made without
 * changing what the files mean is not offered. To add one, write a class that gives {@link
 * dev.envlens.refactor.Refactoring}s and name it in {@link dev.envlens.refactor.Refactorings}.
 */
package dev.envlens.refactor;
