package dev.envlens.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import dev.envlens.check.Secrets;
import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.feature.BuildSteps;
import dev.envlens.known.CacheFields;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.CacheWords;
import dev.envlens.machine.Remembered;
import dev.envlens.workspace.WorkspaceFault;
import java.util.LinkedHashMap;
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
   * @param known empty without a hash
   */
  record Result(String uri, String pointer, Hashing hashing, Optional<Known> known) {}

  /**
   * @param cost of a build, where there is no image
   * @param environments registered ones that lead to it
   */
  record Known(CacheStatus status, Optional<CacheWords.Cost> cost, List<String> environments) {

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>(CacheFields.of(status));
      fields.put("cost", cost.map(CacheFields::of).orElse(null));
      fields.put("environments", environments);
      return fields;
    }
  }

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
    var asked = arguments.refresh() ? cache.refresh(hash) : cache.ask(hash);
    var remembered = remembered(hash, desk);
    return asked.thenApply(
        answered -> {
          // Which knows of builds, too.
          var status = cache.status(hash).orElse(answered);
          var cost =
              status.state() == CacheState.MISSING
                  ? Optional.of(
                      new CacheWords.Cost(BuildSteps.of(definition, desk), remembered.lastTook()))
                  : Optional.<CacheWords.Cost>empty();
          return new Result(
              target.spelled(),
              definition.pointer(),
              hashing,
              Optional.of(new Known(status, cost, remembered.environments())));
        });
  }

  private static Remembered remembered(String hash, Desk desk) {
    try {
      return desk.machine().remembered(hash);
    } catch (WorkspaceFault | DatabaseFault fault) {
      throw new Refused(Secrets.mask(fault.getMessage()));
    }
  }

  @Override
  public JsonElement write(Result result) {
    var json = FieldsJson.of(result.known().map(Known::fields).orElseGet(Map::of));
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
