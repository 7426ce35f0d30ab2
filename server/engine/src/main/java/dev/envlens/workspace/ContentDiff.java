package dev.envlens.workspace;

import dev.envlens.definition.CanonicalForm;
import dev.envlens.definition.DefinitionDiff;
import dev.envlens.workspace.EnvironmentVersion.Content;

/** How what was submitted differs from what is there, in words that go on a sentence. */
final class ContentDiff {

  /** How many differences are named; {@code envlens diff} shows them all. */
  private static final int MOST = 3;

  private ContentDiff() {}

  /** By meaning; nothing where one of them is of a form that isn't known. */
  static String words(Content there, Content submitted) {
    return CanonicalForm.read(there.canonicalJson())
        .flatMap(
            older ->
                CanonicalForm.read(submitted.canonicalJson())
                    .map(newer -> ": " + DefinitionDiff.between(older, newer).summary(MOST)))
        .orElse("");
  }
}
