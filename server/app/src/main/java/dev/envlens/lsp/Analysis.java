package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.definition.Contents;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import java.util.List;
import java.util.Optional;

/**
 * What one version of a document was found to be.
 *
 * @param contents what it holds, where it is YAML or JSON
 * @param dockerfile the Dockerfile that it is
 * @param requirements the requirements file that it is
 * @param findings in this file and in the files that it leads to
 * @param asking the surroundings as they were
 */
record Analysis(
    OpenDocument document,
    Optional<Contents> contents,
    Optional<DockerfileSource> dockerfile,
    Optional<RequirementsSource> requirements,
    List<Finding> findings,
    Asking asking) {

  /** Whether the document isn't open, and was looked at for what it says of files that are. */
  boolean isOfGuest() {
    return !asking.versions().containsKey(document.uri());
  }
}
