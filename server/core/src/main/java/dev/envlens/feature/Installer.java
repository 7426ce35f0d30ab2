package dev.envlens.feature;

/** Who installs a package. */
public enum Installer {
  CONDA,
  PIP
}
