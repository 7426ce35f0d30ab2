package dev.envlens.known;

import java.util.Optional;

/**
 * What the local engine or an allowed registry knows of a base image, by the text that a definition
 * names it with.
 *
 * @param digest {@code sha256:…}, to pin to
 * @param tag a version's tag that now means the same image, where one is known
 * @param source who says so, as in "the local engine" or a registry's host
 */
public record BaseImage(String digest, Optional<String> tag, String source) {}
