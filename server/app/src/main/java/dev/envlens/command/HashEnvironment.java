package dev.envlens.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.SdkVersion;
import dev.envlens.definition.SdkVersions;
import dev.envlens.link.FileState;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says the hash of one environment, as {@code envlens hash --format json} does. */
final class HashEnvironment implements Command<Target, HashEnvironment.Result> {

  /**
   * What the environment's identity is.
   *
   * @param hashing the hash, or why there is none
   * @param parts what the hash is made of; none without one
   */
  record Result(
      String uri,
      String pointer,
      Hashing hashing,
      List<Part> parts,
      Optional<SdkVersion> sdkVersion) {
    Result {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param lines the places that it comes from: {@code URI:3-7}, from 1, both included
   */
  record Part(String name, String digest, List<String> lines) {
    Part {
      lines = List.copyOf(lines);
    }
  }

  @Override
  public String id() {
    return "envlens.server.hash";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer");
  }

  @Override
  public Target read(Fields fields) {
    return Target.of(fields);
  }

  @Override
  public CompletableFuture<Result> run(Target target, Desk desk) {
    var definition = target.definition(target.contents(desk), desk);
    var hashing = Hashing.of(definition, desk);
    List<Part> parts =
        hashing instanceof Hashing.Known known
            ? known.hash().parts().stream().map(part -> part(part, known, desk)).toList()
            : List.of();
    return CompletableFuture.completedFuture(
        new Result(
            target.spelled(), definition.pointer(), hashing, parts, sdkVersion(definition, desk)));
  }

  private static Optional<SdkVersion> sdkVersion(Definition definition, Desk desk) {
    return SdkVersions.of(definition, desk);
  }

  private static Part part(DefinitionHash.Part part, Hashing.Known known, Desk desk) {
    var places = known.places().getOrDefault(part.name(), List.of());
    return new Part(
        part.name(), part.digest(), places.stream().map(place -> lines(place, desk)).toList());
  }

  private static String lines(Place place, Desk desk) {
    String text = desk.file(place.file()) instanceof FileState.Text linked ? linked.text() : "";
    var lines = LineIndex.of(text);
    int first = lines.line(Math.min(place.range().start(), text.length()));
    var last = lines.position(place.range().end());
    boolean endsBefore = last.character() == 0 && last.line() > first;
    return "%s:%d-%d"
        .formatted(desk.spelled(place.file()), first + 1, last.line() + (endsBefore ? 0 : 1));
  }

  @Override
  public JsonElement write(Result result) {
    var json = new JsonObject();
    json.addProperty("uri", result.uri());
    json.addProperty("pointer", result.pointer());
    var hash =
        result.hashing() instanceof Hashing.Known known
            ? Optional.of(known.hash())
            : Optional.<DefinitionHash>empty();
    json.add("hash", text(hash.map(DefinitionHash::hex)));
    json.add("repository", text(hash.map(DefinitionHash::repository)));
    if (result.hashing() instanceof Hashing.Unknown unknown) {
      json.addProperty("reason", unknown.reason());
    }
    var parts = new JsonArray();
    result.parts().forEach(part -> parts.add(write(part)));
    json.add("parts", parts);
    json.add(
        "sdkVersion", result.sdkVersion().map(HashEnvironment::write).orElse(JsonNull.INSTANCE));
    return json;
  }

  private static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static JsonObject write(Part part) {
    var json = new JsonObject();
    json.addProperty("part", part.name());
    json.addProperty("digest", part.digest());
    var lines = new JsonArray();
    part.lines().forEach(lines::add);
    json.add("lines", lines);
    return json;
  }

  private static JsonElement write(SdkVersion version) {
    var json = new JsonObject();
    json.addProperty("sha256", version.sha256());
    json.addProperty("md5", version.md5());
    return json;
  }
}
