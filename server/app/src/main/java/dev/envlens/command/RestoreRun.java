package dev.envlens.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.envlens.files.FileUris;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes the files of a run's environment to a folder, and opens its YAML. */
final class RestoreRun implements Command<RestoreRun.Arguments, String> {

  /**
   * @param folder its URI
   */
  record Arguments(String run, String folder) {}

  @Override
  public String id() {
    return "envlens.server.restore";
  }

  @Override
  public List<String> fields() {
    return List.of("run", "folder");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(fields.text("run"), fields.text("folder"));
  }

  @Override
  public CompletableFuture<String> run(Arguments arguments, Desk desk) {
    var folder =
        FileUris.toPath(desk.uri(arguments.folder()))
            .orElseThrow(
                () ->
                    new Refused(
                        "'%s' is no folder of this machine. Name one by a file: URI."
                            .formatted(arguments.folder())));
    var yaml = FileUris.of(desk.machine().runs().restore(arguments.run(), folder));
    return desk.show(yaml).thenApply(shown -> desk.spelled(yaml));
  }

  @Override
  public JsonElement write(String uri) {
    var json = new JsonObject();
    json.addProperty("uri", uri);
    return json;
  }
}
