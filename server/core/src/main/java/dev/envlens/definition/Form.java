package dev.envlens.definition;

/** How an environment is written. */
public enum Form {
  /** A YAML file of its own, for the CLI v2. */
  FILE,
  /** The value of {@code environment:} in a job, component, deployment or pipeline. */
  INLINE,
  /** The definition of SDK v1, JSON or YAML. */
  V1
}
