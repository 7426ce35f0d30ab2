/**
 * The command line: one class a command, and what they share to read arguments and to say what they
 * found.
 *
 * <p>A command prints what it was asked for to its {@link dev.envlens.cli.Shell}'s output, says all
 * else on its error stream, and answers an exit status; it never ends the process. To add one,
 * write a {@code Command} and name it in {@code Commands}. A start is a person's wait, so only the
 * command that is run is loaded.
 */
package dev.envlens.cli;
