package dev.envlens.run;

/**
 * The image to run in, in the local engine.
 *
 * @param reference as the engine knows it
 * @param digest {@code sha256:…}, which no other image has
 */
public record RunImage(String reference, String digest) {}
