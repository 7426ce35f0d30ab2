/**
 * What an editor shows of a document besides findings: hovers, completions, symbols, links,
 * definitions, lenses, hints, folding and selection ranges.
 *
 * <p>Pure functions of what was read, a {@link dev.envlens.feature.Page}; no protocol types. Texts
 * are Markdown in our own words. What the workspace or an image knows comes through the ports
 * {@link dev.envlens.feature.KnownEnvironments}, {@link dev.envlens.feature.Neighbours} and {@link
 * dev.envlens.feature.Resolutions}.
 */
package dev.envlens.feature;
