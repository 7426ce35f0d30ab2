package dev.envlens.buildlog;

/** The causes of failed builds in words, and what to do. */
final class Explanations {

  /** No name that is quoted is longer; what is, is cut. */
  private static final int QUOTED = 100;

  private Explanations() {}

  static String of(Clue clue, StepLog step) {
    String about = quoted(clue.about());
    String it = about.isEmpty() ? "" : " " + about;
    return switch (clue.kind()) {
      case REGISTRY_UNREACHABLE ->
          "The registry%s could not be reached. Check its name, the network and a proxy or firewall between, then build again."
              .formatted(it);
      case IMAGE_PATH ->
          "The base image%s could not be pulled: there is no such repository, or you aren't signed in to its registry. Check the spelling; if it is private, sign in with 'docker login'."
              .formatted(it);
      case IMAGE_NOT_FOUND ->
          "The base image%s isn't in its registry. Check the tag or digest, and the platform that it was built for."
              .formatted(it);
      case IMAGE_CREDENTIALS ->
          "The registry%s refused to give the base image without credentials. Sign in with 'docker login', or let the workspace's identity pull from it; credentials don't belong in the definition."
              .formatted(it);
      case BAD_CONDA_SPEC ->
          "conda can't read %s. Write dependencies as 'name=1.2.3' or 'name>=1.2', and the file as YAML."
              .formatted(about.isEmpty() ? "the conda file" : "the dependency " + about);
      case COMMUNICATION_ERROR ->
          "A download failed%s. Build again; if it fails again, check the network, the channel or index URL, and a proxy between."
              .formatted(about.isEmpty() ? "" : ": " + about + " did not answer as it should");
      case COMPILE_ERROR ->
          "%s has to be compiled, and that failed. Choose a version that comes as a wheel or from conda, or install a compiler and the headers that it needs in the image."
              .formatted(subject(step.collecting(), "A package"));
      case MISSING_COMMAND ->
          "The image has no command%s. Install it in the image before it is used.".formatted(it);
      case CONDA_TIMEOUT ->
          "conda took too long to work out which versions fit together. Pin more versions, list fewer packages and channels, or use the libmamba solver.";
      case OUT_OF_MEMORY ->
          "The build ran out of memory. Give the builder more, install fewer packages at once, or pin versions, so that conda has less to work out.";
      case DISK_FULL ->
          "The builder's disk is full. Make room ('docker system prune' removes what isn't used), then build again.";
      case CONDA_PACKAGE_NOT_FOUND ->
          "conda found %s in none of the channels. Check name and version, add the channel that has it, or list it under pip."
              .formatted(about.isEmpty() ? "a package" : about);
      case MISSING_MODULE ->
          "The Python module%s was needed during the build and isn't there. Install the package that has it before."
              .formatted(it);
      case NO_MATCHING_DISTRIBUTION ->
          "pip found no version of %s that fits. Check the name, the version and the index, and whether there is a build for the image's Python and platform."
              .formatted(about.isEmpty() ? "a package" : about);
      case MPI_BUILD ->
          "%s could not be built: it needs MPI and a compiler in the image. Start from an image that has Open MPI, install it from conda-forge, or install libopenmpi-dev before."
              .formatted(subject(clue.about(), "An MPI package"));
      case INTERACTIVE_AUTH ->
          "The build asked somebody to sign in%s, and nobody can answer there. Use a workspace connection or a credential that needs no person."
              .formatted(about.isEmpty() ? "" : " to " + about);
      case FORBIDDEN_BLOB ->
          "The storage account%s refused access. Let the workspace's identity read the blob, renew an expired signature, and allow the builder's network."
              .formatted(it);
      case CONDA_NOT_INSTALLED ->
          "The base image has no conda, which a conda file needs. Choose an image with conda, or install it in the image and put it on PATH.";
      case INCOMPATIBLE_PYTHON ->
          "%s doesn't work with the environment's Python version. Choose another version of one of the two."
              .formatted(subject(clue.about(), "A package"));
      case BARE_REDIRECTION ->
          "The shell took '<' or '>' in front of a version%s for a redirection to a file. Put the requirement in quotes, as in 'numpy<2'."
              .formatted(it);
      case PIP_FAILED ->
          "pip could not install %s. The last lines of the log say why."
              .formatted(about.isEmpty() ? "the packages" : about);
      case PIP_CANNOT_UNINSTALL ->
          "pip can't replace%s, which was installed without a list of its files. Leave the version of the image, install it with conda, or use 'pip install --ignore-installed'."
              .formatted(about.isEmpty() ? " a package" : it);
      case CONFLICTING_PACKAGES ->
          "The versions that are asked for don't fit together%s. Loosen or change one of them; the last lines of the log name them."
              .formatted(about.isEmpty() ? "" : ": " + about + " is among them");
      case UNRECOGNIZED ->
          step.instruction().isEmpty()
              ? "The build failed. The last lines of its log say what happened."
              : "The build failed in the step '%s'. The last lines of its log say what happened."
                  .formatted(cut(step.instruction()));
    };
  }

  private static String subject(String about, String otherwise) {
    return about.isEmpty() ? otherwise : quoted(about);
  }

  private static String quoted(String about) {
    return about.isEmpty() ? "" : "'" + cut(about) + "'";
  }

  private static String cut(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
