package dev.envlens.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.known.CacheFields;
import dev.envlens.known.CacheStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says where the image of one environment is cached, as {@code envlens status} does. */
final class ShowStatus implements Command<ShowStatus.Arguments, ShowStatus.Result> {

  /**
   * @param refresh whether to ask anew what was asked a short while ago
   */
  record Arguments(Target target, boolean refresh) {}

  /**
   * @param hashing the hash, or why there is none
   * @param status empty without a hash
   */
  record Result(String uri, String pointer, Hashing hashing, Optional<CacheStatus> status) {}

  @Override
  public String id() {
    return "envlens.server.status";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer", "refresh");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(Target.of(fields), fields.flag("refresh"));
  }

  @Override
  public CompletableFuture<Result> run(Arguments arguments, Desk desk) {
    var target = arguments.target();
    var definition = target.definition(target.contents(desk), desk);
    var hashing = Hashing.of(definition, desk);
    if (!(hashing instanceof Hashing.Known known)) {
      return CompletableFuture.completedFuture(
          new Result(target.spelled(), definition.pointer(), hashing, Optional.empty()));
    }
    var cache = desk.machine().imageCache();
    String hash = known.hash().hex();
    return (arguments.refresh() ? cache.refresh(hash) : cache.ask(hash))
        .thenApply(
            status ->
                new Result(target.spelled(), definition.pointer(), hashing, Optional.of(status)));
  }

  @Override
  public JsonElement write(Result result) {
    var json = FieldsJson.of(result.status().map(CacheFields::of).orElseGet(Map::of));
    json.addProperty("uri", result.uri());
    json.addProperty("pointer", result.pointer());
    Optional<DefinitionHash> hash =
        result.hashing() instanceof Hashing.Known known
            ? Optional.of(known.hash())
            : Optional.empty();
    json.add(
        "hash", hash.<JsonElement>map(it -> new JsonPrimitive(it.hex())).orElse(JsonNull.INSTANCE));
    if (result.hashing() instanceof Hashing.Unknown unknown) {
      json.addProperty("reason", unknown.reason());
    }
    return json;
  }
}
