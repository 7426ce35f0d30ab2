package dev.envlens.feature;

import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import java.net.URI;
import java.util.LinkedHashMap;

/** References to environments: by name, in a registry, in a file. */
final class ReferenceCompletions {

  /** How a reference to one of Microsoft's curated environments begins. */
  private static final String CURATED = "azureml://registries/azureml/environments/";

  private ReferenceCompletions() {}

  static void add(Offer offer, URI file, Knowledge knowledge) {
    var references = new LinkedHashMap<String, String>();
    for (var environment : knowledge.environments().environments()) {
      references.putIfAbsent(environment.reference(), environment.about());
    }
    references.forEach(
        (reference, about) -> offer.value(Shown.of(reference, Kind.REFERENCE, about), reference));
    new PathCompletions(offer, knowledge.listings()).addReferences(file);
    if (!offer.place().token().typed().startsWith(CURATED)) {
      offer.value(Shown.of(CURATED, Kind.REFERENCE, "goes on with NAME/versions/VERSION"), CURATED);
    }
  }
}
