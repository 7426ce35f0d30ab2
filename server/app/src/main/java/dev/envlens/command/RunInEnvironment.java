package dev.envlens.command;

import com.google.gson.JsonElement;
import dev.envlens.files.FileUris;
import dev.envlens.run.Lines;
import dev.envlens.run.RunRecord;
import dev.envlens.run.Runs;
import dev.envlens.run.Streams;
import dev.envlens.workspace.Registrar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs a command in an environment; what the command prints goes to the log. */
final class RunInEnvironment implements Command<RunInEnvironment.Arguments, RunRecord> {

  /**
   * @param folder the URI of the working folder; empty for that of the file
   */
  record Arguments(
      Target target,
      List<String> command,
      Optional<String> folder,
      Optional<String> name,
      Way way) {
    Arguments {
      command = List.copyOf(command);
    }
  }

  /** How it is run. */
  record Way(boolean conda, Optional<String> network) {}

  @Override
  public String id() {
    return "envlens.server.run";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer", "command", "folder", "name", "conda", "network");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        Target.of(fields),
        fields.texts("command"),
        fields.optionalText("folder"),
        fields.optionalText("name"),
        new Way(fields.flag("conda"), fields.optionalText("network")));
  }

  @Override
  public CompletableFuture<RunRecord> run(Arguments arguments, Desk desk) {
    var target = arguments.target();
    var machine = desk.machine();
    var definition = target.definition(target.contents(desk), desk);
    try (var out = new Lines(desk.progress());
        var err = new Lines(desk.progress())) {
      var record =
          machine
              .runs()
              .run(
                  definition,
                  desk,
                  new Runs.Request(
                      arguments.command(),
                      folder(arguments, desk),
                      arguments.way().network(),
                      arguments.way().conda(),
                      new Registrar.Request(
                          arguments.name(), Optional.empty(), target.name(desk), machine.user())),
                  new Streams(Optional.empty(), out, err),
                  desk.progress());
      desk.say(
          "Run %d in %s ended with status %d."
              .formatted(
                  record.id(),
                  record.what().environment().label(),
                  record.end().orElseThrow().status()));
      return CompletableFuture.completedFuture(record);
    }
  }

  private static Path folder(Arguments arguments, Desk desk) {
    return arguments
        .folder()
        .map(desk::uri)
        .flatMap(FileUris::toPath)
        .or(() -> FileUris.toPath(arguments.target().uri(desk)).map(Path::getParent))
        .orElseThrow(
            () ->
                new Refused(
                    "'%s' is in no folder of this machine. Save it, or name the working folder by 'folder'."
                        .formatted(arguments.target().name(desk))));
  }

  @Override
  public JsonElement write(RunRecord record) {
    return RunJson.of(record.description());
  }
}
