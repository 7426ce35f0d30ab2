package dev.envlens.index;

import dev.envlens.definition.ReferenceTarget;

/**
 * A place that names an environment.
 *
 * @param target what it leads to
 * @param site the whole reference
 * @param serves whether it is the environment of an online deployment
 */
public record NamedEnvironment(ReferenceTarget target, Site site, boolean serves) {}
