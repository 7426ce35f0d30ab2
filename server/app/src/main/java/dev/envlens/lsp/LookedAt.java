package dev.envlens.lsp;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.ContextLocation;
import dev.envlens.feature.Hints;
import dev.envlens.feature.IgnoreFiles;
import dev.envlens.feature.Links;
import dev.envlens.feature.Page;
import dev.envlens.link.Surroundings;
import java.net.URI;

/**
 * What links, hints and hovers will look at. It is asked for once a document is analysed, so that
 * it is in memory when they are asked for, and so that a change of it leads back to the document.
 */
final class LookedAt {

  private LookedAt() {}

  static void from(Page page, Surroundings surroundings) {
    var unused = Links.of(page, surroundings);
    if (page instanceof Page.Yaml yaml) {
      for (var conda : yaml.contents().condaFiles()) {
        Hints.lockFile(conda.source().uri()).ifPresent(surroundings::file);
      }
      yaml.contents().definitions().stream()
          .flatMap(definition -> definition.context().stream())
          .map(BuildContext::location)
          .filter(ContextLocation.Folder.class::isInstance)
          .map(location -> ((ContextLocation.Folder) location).uri())
          .forEach(folder -> from(folder, surroundings));
    }
  }

  private static void from(URI context, Surroundings surroundings) {
    IgnoreFiles.of(context).forEach(surroundings::file);
    var unused = surroundings.context(context); // for the hash
  }
}
