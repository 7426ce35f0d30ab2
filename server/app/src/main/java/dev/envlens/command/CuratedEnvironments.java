package dev.envlens.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.envlens.catalogue.CatalogueFault;
import dev.envlens.catalogue.CuratedStart;
import dev.envlens.curated.CatalogueJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says which curated environments are known, or what is known of one, as the command line does. */
final class CuratedEnvironments implements Command<Optional<String>, String> {

  @Override
  public String id() {
    return "envlens.server.curated";
  }

  @Override
  public List<String> fields() {
    return List.of("name");
  }

  @Override
  public Optional<String> read(Fields fields) {
    return fields.optionalText("name");
  }

  @Override
  public CompletableFuture<String> run(Optional<String> name, Desk desk) {
    var catalogue = desk.machine().curated();
    try {
      return CompletableFuture.completedFuture(
          name.isEmpty()
              ? CatalogueJson.list(catalogue)
              : CatalogueJson.show(new CuratedStart(catalogue).find(name.get()).environment()));
    } catch (CatalogueFault fault) {
      throw new Refused(fault.getMessage());
    }
  }

  @Override
  public JsonElement write(String json) {
    var result = new JsonObject();
    var parsed = JsonParser.parseString(json);
    result.add(parsed.isJsonArray() ? "environments" : "environment", parsed);
    return result;
  }
}
