/**
 * What conda and pip accept as a dependency: names, versions, specifications, requirements files.
 *
 * <p>Every parser takes a text, never throws, and answers {@link Parsed}: a value, or what is wrong
 * and where. All {@link dev.envlens.text.TextRange}s are offsets into the text that was given to
 * {@code parse}; whoever took that text out of a file shifts them. Time and space are linear in the
 * text. Nothing here knows YAML, placeholders ({@link dev.envlens.text.Placeholders}) or the file
 * system.
 *
 * <p>The rules come from PEP 440, 503 and 508, from conda's package match specification and version
 * order, and from pip's requirements file format.
 */
package dev.envlens.conda;
