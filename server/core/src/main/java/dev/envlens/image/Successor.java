package dev.envlens.image;

/**
 * The maintained image to use instead of a deprecated one.
 *
 * @param image its name with registry and a version tag, ready to be written into a definition
 * @param source the page that names the old image as deprecated
 */
public record Successor(String image, String source) {}
