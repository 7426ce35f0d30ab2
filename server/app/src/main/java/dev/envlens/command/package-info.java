/**
 * The commands that a client runs by {@code workspace/executeCommand}: a typed record in, a typed
 * record out, one class each, described in docs/protocol.md.
 *
 * <p>What a command knows of the editor comes through {@link dev.envlens.command.Desk}; it knows
 * nothing of the protocol but the JSON of its arguments and its result. To add one, write a {@link
 * dev.envlens.command.Command} and name it in {@link dev.envlens.command.Commands#ALL}.
 */
package dev.envlens.command;
