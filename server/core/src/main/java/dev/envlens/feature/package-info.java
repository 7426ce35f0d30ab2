/**
 * What an editor shows of a document besides findings: hovers, completions, symbols, links.
 *
 * <p>Pure functions of what was read; no protocol types. Texts are Markdown in our own words.
 */
package dev.envlens.feature;
