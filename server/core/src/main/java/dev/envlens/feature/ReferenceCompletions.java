package dev.envlens.feature;

import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import java.net.URI;
import java.util.LinkedHashMap;

/** References to environments: by name, in a registry, in a file. */
final class ReferenceCompletions {

  /** How many names are offered at once; more typing brings the others. */
  private static final int MOST = 200;

  private static final String SCHEME = "azureml:";

  /** How a reference to one of Microsoft's curated environments begins. */
  private static final String CURATED = "azureml://registries/azureml/environments/";

  private ReferenceCompletions() {}

  static void add(Offer offer, URI file, Knowledge knowledge) {
    String name = nameIn(offer.place().token().typed());
    var references = new LinkedHashMap<String, String>();
    for (var environment : knowledge.known().environments(one -> one.contains(name), MOST)) {
      references.putIfAbsent(environment.reference(), environment.about());
    }
    CuratedReferences.of(knowledge.curated().get(), name)
        .forEach(one -> references.putIfAbsent(one.reference(), one.about()));
    references.entrySet().stream()
        .limit(MOST)
        .forEach(
            one ->
                offer.value(Shown.of(one.getKey(), Kind.REFERENCE, one.getValue()), one.getKey()));
    if (references.size() >= MOST) {
      offer.hasMore();
    }
    new PathCompletions(offer, knowledge).addReferences(file);
    if (!offer.place().token().typed().startsWith(CURATED)) {
      offer.value(Shown.of(CURATED, Kind.REFERENCE, "goes on with NAME/versions/VERSION"), CURATED);
    }
  }

  /** What is typed of the name; nothing where it isn't certain to be one. */
  private static String nameIn(String typed) {
    if (typed.startsWith(CURATED)) {
      return typed.substring(CURATED.length()).replaceFirst("/.*", "");
    }
    boolean named = typed.startsWith(SCHEME) && !typed.startsWith(SCHEME + "/");
    return named ? typed.substring(SCHEME.length()).replaceFirst("[:@].*", "") : "";
  }
}
