package dev.envlens.buildlog;

import java.util.Locale;

/**
 * What kind of problem ended a build. Source: Microsoft's catalogue of build problems; those on a
 * full disk and on conflicting packages are ours.
 */
public enum Kind {
  REGISTRY_UNREACHABLE,
  IMAGE_PATH,
  IMAGE_NOT_FOUND,
  IMAGE_CREDENTIALS,
  BAD_CONDA_SPEC,
  COMMUNICATION_ERROR,
  COMPILE_ERROR,
  MISSING_COMMAND,
  CONDA_TIMEOUT,
  OUT_OF_MEMORY,
  DISK_FULL,
  CONDA_PACKAGE_NOT_FOUND,
  MISSING_MODULE,
  NO_MATCHING_DISTRIBUTION,
  MPI_BUILD,
  INTERACTIVE_AUTH,
  FORBIDDEN_BLOB,
  CONDA_NOT_INSTALLED,
  INCOMPATIBLE_PYTHON,
  BARE_REDIRECTION,
  PIP_FAILED,
  PIP_CANNOT_UNINSTALL,
  CONFLICTING_PACKAGES,
  /** The log says nothing that is known. */
  UNRECOGNIZED;

  /** As outputs and documentation call it: {@code conda-package-not-found}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
