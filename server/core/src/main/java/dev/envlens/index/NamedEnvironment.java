package dev.envlens.index;

import dev.envlens.definition.ReferenceTarget;

/**
 * A place that names an environment.
 *
 * @param target what it leads to
 * @param site the whole reference
 * @param host what kind of file it stands in
 */
public record NamedEnvironment(ReferenceTarget target, Site site, Host host) {}
