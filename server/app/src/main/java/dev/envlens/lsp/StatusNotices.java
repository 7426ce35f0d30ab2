package dev.envlens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import java.net.URI;
import java.time.Instant;
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
    json.add("hash", text(hash));
    json.addProperty("state", status.map(CacheStatus::state).orElse(CacheState.UNKNOWN).word());
    var places = new JsonArray();
    status.map(CacheStatus::places).orElse(List.of()).forEach(place -> places.add(json(place)));
    json.add("places", places);
    return Optional.of(json);
  }

  private static JsonObject json(CachePlace place) {
    var image = place.image();
    var json = new JsonObject();
    json.addProperty("kind", place.kind().word());
    json.addProperty("state", place.state().word());
    json.add("reference", text(image.map(CachePlace.CachedImage::reference)));
    json.add("digest", text(image.map(CachePlace.CachedImage::digest)));
    json.add(
        "created", text(image.flatMap(CachePlace.CachedImage::created).map(Instant::toString)));
    json.add(
        "size",
        image
            .flatMap(CachePlace.CachedImage::size)
            .<JsonElement>map(JsonPrimitive::new)
            .orElse(JsonNull.INSTANCE));
    json.add("reason", text(place.trouble().map(CachePlace.Trouble::reason)));
    return json;
  }

  private static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
