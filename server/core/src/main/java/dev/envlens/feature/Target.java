package dev.envlens.feature;

import dev.envlens.link.Place;
import dev.envlens.text.TextRange;

/**
 * Where something in a document leads.
 *
 * @param origin what leads there, in the document
 * @param place where it leads; the start of a file that is meant as a whole
 */
public record Target(TextRange origin, Place place) {}
