package dev.envlens.dockerfile;

import java.util.List;

/**
 * A simple command of a shell script: what stands between {@code &&}, {@code ||}, {@code ;}, {@code
 * |} and line ends.
 *
 * @param words the words in order, keywords of the shell ({@code if}, {@code then}) and assignments
 *     in front included
 * @param redirections in order
 */
public record ShellCommand(List<ShellWord> words, List<Redirection> redirections) {}
