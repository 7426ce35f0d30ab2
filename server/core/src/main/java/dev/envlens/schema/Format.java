package dev.envlens.schema;

import dev.envlens.yaml.JsonTree;

/** A kind of file that has a schema. */
public enum Format {
  /** An environment of the command line and SDK v2: a file, or a block inside of a job. */
  ENVIRONMENT("environment", JsonTree.Mode.TEXT, "an environment"),
  /** A conda file. */
  CONDA("conda", JsonTree.Mode.TEXT, "a conda file"),
  /** An environment as SDK v1 saves it, in JSON or YAML. */
  ENVIRONMENT_V1("environment-v1", JsonTree.Mode.TYPED, "an environment of SDK v1");

  private final String file;
  private final JsonTree.Mode mode;
  private final String noun;

  Format(String file, JsonTree.Mode mode, String noun) {
    this.file = file + ".schema.json";
    this.mode = mode;
    this.noun = noun;
  }

  /** The name of the schema's file. */
  String file() {
    return file;
  }

  /** How the scalars of such a file are read. */
  public JsonTree.Mode mode() {
    return mode;
  }

  /** What it is called in a sentence, with its article: {@code an environment}. */
  public String noun() {
    return noun;
  }
}
