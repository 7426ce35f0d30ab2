package dev.envlens.build;

import dev.envlens.definition.Definition;
import dev.envlens.link.Surroundings;

/**
 * What to build.
 *
 * @param surroundings the files around the definition; they don't change in what they answer
 * @param source where the definition comes from, in words, as the image's label will say it
 * @param rebuild whether an image that is there already is replaced
 * @param push whether the image is to be in the workspace's registry afterwards
 */
public record BuildRequest(
    Definition definition,
    Surroundings surroundings,
    String source,
    boolean rebuild,
    boolean push) {}
