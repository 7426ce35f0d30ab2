/**
 * What an environment is made of, wherever it is written: a file of its own, an inline block in a
 * job, component or deployment, or an SDK v1 definition.
 *
 * <p>{@link dev.envlens.definition.Contents#of} finds the environments in a file, by content. Their
 * parts that stand in other files come through {@link dev.envlens.link.Surroundings}.
 */
package dev.envlens.definition;
