/**
 * Places in a text and edits of it.
 *
 * <p>Every offset in envlens counts UTF-16 code units from the start of the text, as Java strings
 * and the language server protocol do. Other units (code points, bytes, lines and columns) are
 * converted here, once, at the edge where they come in.
 */
package dev.envlens.text;
