package dev.envlens.definition;

/** Who maintains the packages of an environment. */
public sealed interface Kind {

  /** How the kind is called in text for users. */
  String label();

  /** Azure Machine Learning does; the environment is used by its name. */
  record Curated(String name) implements Kind {
    @Override
    public String label() {
      return "curated";
    }
  }

  /** The user does: a custom image or a Docker build context; conda manages nothing. */
  record UserManaged() implements Kind {
    @Override
    public String label() {
      return "user-managed";
    }
  }

  /** Conda does, from a conda definition on top of a base image. */
  record SystemManaged() implements Kind {
    @Override
    public String label() {
      return "system-managed";
    }
  }
}
