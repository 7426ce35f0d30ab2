package dev.envlens.lsp;

import com.google.gson.JsonObject;
import dev.envlens.command.FieldsJson;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.known.CacheFields;
import dev.envlens.known.CacheState;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the client of each environment of an open document where its image is: each thing once. */
final class StatusNotices {

  private final Session session;
  private final Map<URI, Map<String, JsonObject>> sent = new HashMap<>();

  StatusNotices(Session session) {
    this.session = session;
  }

  /** This analysis is new, or something is that is known of its images. */
  synchronized void look(Analysis analysis) {
    var document = analysis.document();
    boolean newest = session.documents().get(document.uri()).filter(document::equals).isPresent();
    if (!newest
        || session.isQuiet()
        || (!session.isTrusted() && !sent.containsKey(document.uri()))) {
      return;
    }
    var before = sent.getOrDefault(document.uri(), Map.of());
    Map<String, JsonObject> now = new HashMap<>();
    for (var definition : analysis.contents().map(Contents::definitions).orElse(List.of())) {
      notice(analysis, definition).ifPresent(notice -> now.put(definition.pointer(), notice));
    }
    sent.put(document.uri(), now);
    now.forEach(
        (pointer, notice) -> {
          if (!notice.equals(before.get(pointer))) {
            session.connection().status(notice);
          }
        });
  }

  synchronized void gone(URI uri) {
    sent.remove(uri);
  }

  /** Nothing while the hash isn't known yet. */
  private Optional<JsonObject> notice(Analysis analysis, Definition definition) {
    var hashing = Hashing.of(definition, analysis.asking());
    if (hashing instanceof Hashing.Unknown unknown && unknown.pending()) {
      return Optional.empty();
    }
    var hash =
        hashing instanceof Hashing.Known known
            ? Optional.of(known.hash().hex())
            : Optional.<String>empty();
    var status = hash.flatMap(session.shown(analysis)::status);
    var json = new JsonObject();
    json.addProperty("uri", session.uris().toClient(analysis.document().uri()));
    json.addProperty("pointer", definition.pointer());
    json.addProperty("documentVersion", analysis.document().version());
    json.addProperty("hash", hash.orElse(null));
    var said = FieldsJson.of(status.map(CacheFields::of).orElseGet(StatusNotices::unknown));
    said.entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
    return Optional.of(json);
  }

  /** Nobody was asked. */
  private static Map<String, Object> unknown() {
    return Map.of("state", CacheState.UNKNOWN.word(), "places", List.of());
  }
}
