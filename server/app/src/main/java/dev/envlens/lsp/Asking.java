package dev.envlens.lsp;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.SteadySurroundings;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The surroundings of one analysis. Every answer stays the same throughout, and what was asked for
 * is remembered, with the version of every open document that was looked at, so that a change leads
 * back to who must ask again. A question is noted before it is asked: no answer can be missed.
 */
final class Asking implements SteadySurroundings {

  private final Surroundings surroundings;
  private final Documents documents;
  private final Inquiry inquiry = new Inquiry();
  private final Set<URI> asked = ConcurrentHashMap.newKeySet();
  private final Map<URI, Integer> versions = new ConcurrentHashMap<>();
  private final Map<URI, FileState> files = new ConcurrentHashMap<>();
  private final Map<URI, ContextState> contexts = new ConcurrentHashMap<>();

  /** By identity: to compare definitions would take longer than to hash them. */
  private final Map<Definition, Hashing> hashes =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Asking(Surroundings surroundings, Documents documents, OpenDocument document) {
    this(surroundings, documents);
    versions.put(document.uri(), document.version());
  }

  /** Of a file that isn't open. */
  Asking(Surroundings surroundings, Documents documents) {
    this.surroundings = surroundings;
    this.documents = documents;
  }

  @Override
  public FileState file(URI uri) {
    asked.add(uri);
    documents.get(uri).ifPresent(open -> versions.putIfAbsent(uri, open.version()));
    return files.computeIfAbsent(uri, surroundings::file);
  }

  @Override
  public ContextState context(URI uri) {
    asked.add(uri);
    return contexts.computeIfAbsent(uri, surroundings::context);
  }

  @Override
  public Hashing hashing(Definition definition, Supplier<Hashing> work) {
    return hashes.computeIfAbsent(definition, any -> work.get());
  }

  boolean includes(URI uri) {
    return asked.contains(uri);
  }

  /** What was asked of Docker, registries and the workspace. */
  Inquiry inquiry() {
    return inquiry;
  }

  /** The version of {@code uri} that took part, if it was open. */
  Map<URI, Integer> versions() {
    return versions;
  }

  /** Whether every open document that took part is still at the version that did. */
  boolean isCurrent() {
    return versions.entrySet().stream()
        .allMatch(
            entry ->
                documents
                    .get(entry.getKey())
                    .filter(open -> open.version() == entry.getValue())
                    .isPresent());
  }
}
