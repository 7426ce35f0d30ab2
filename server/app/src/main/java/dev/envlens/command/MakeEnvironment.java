package dev.envlens.command;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.envlens.catalogue.CuratedStart;
import dev.envlens.compare.SourceFault;
import dev.envlens.create.NewEnvironment;
import dev.envlens.files.FileUris;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Writes a folder with a new environment and opens it, as {@code envlens new} writes it. */
final class MakeEnvironment implements Command<MakeEnvironment.Arguments, MakeEnvironment.Result> {

  /**
   * @param from as on the command line; a file by its URI
   * @param folder the URI of the folder that its files go to
   * @param source the URI of a checkout of the curated environments' sources, to build as they do
   */
  record Arguments(String name, String from, String folder, Optional<String> source) {}

  /**
   * @param files the URIs of the files, the environment's first
   * @param shown whether the client opened that
   */
  record Result(List<String> files, boolean shown) {}

  @Override
  public String id() {
    return "envlens.server.new";
  }

  @Override
  public List<String> fields() {
    return List.of("name", "from", "folder", "source");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        fields.text("name"),
        fields.text("from"),
        fields.text("folder"),
        fields.optionalText("source"));
  }

  @Override
  public CompletableFuture<Result> run(Arguments arguments, Desk desk) {
    Path folder = path(arguments.folder(), desk);
    String from =
        arguments.from().startsWith("file:")
            ? path(arguments.from(), desk).toString()
            : arguments.from();
    var checkout = arguments.source().map(source -> path(source, desk));
    if (checkout.isPresent() && !from.startsWith(CuratedStart.PREFIX)) {
      throw new Refused(
          "'source' is for what starts from a curated environment. Leave it out, or name one by 'from'.");
    }
    try {
      var made =
          from.startsWith(CuratedStart.PREFIX)
              ? NewEnvironment.ofCurated(
                  arguments.name(), from, desk.machine().curated(), checkout, folder)
              : new NewEnvironment(
                      folder,
                      () -> desk.machine().workspace(),
                      LocalDate.now(Clock.system(ZoneId.systemDefault())))
                  .make(arguments.name(), from, folder);
      var files = made.stream().map(FileUris::of).toList();
      return desk.show(files.get(0))
          .thenApply(shown -> new Result(files.stream().map(desk::spelled).toList(), shown));
    } catch (SourceFault | WorkspaceFault fault) {
      throw new Refused(fault.getMessage());
    }
  }

  private static Path path(String uri, Desk desk) {
    return FileUris.toPath(desk.uri(uri))
        .orElseThrow(
            () -> new Refused("'%s' is no file on this machine. Give its URI.".formatted(uri)));
  }

  @Override
  public JsonElement write(Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("files", result.files());
    json.put("shown", result.shown());
    return new Gson().toJsonTree(json);
  }
}
