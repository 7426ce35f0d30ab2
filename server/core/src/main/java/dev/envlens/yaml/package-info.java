/**
 * YAML as a tree with places, for files that people are still typing.
 *
 * <p>{@link dev.envlens.yaml.Yaml#parse} never throws. What can't be read becomes a {@link
 * dev.envlens.yaml.YamlProblem}, the rest of the file is in the tree all the same. Events come from
 * SnakeYAML Engine, the engine underneath Jackson YAML; ranges are UTF-16 offsets. Scalars keep
 * their text: what a text means (a number, a flag) is the reader's business, as it is in the Azure
 * ML SDK, which reads every scalar as text.
 */
package dev.envlens.yaml;
