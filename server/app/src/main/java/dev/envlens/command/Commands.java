package dev.envlens.command;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Every command that there is. */
public final class Commands {

  private static final List<Command<?, ?>> ALL =
      List.of(
          new ArchiveEnvironment(), //
          BuildImage.again(),
          BuildImage.unlessCached(),
          new CompareEnvironments(),
          new CuratedEnvironments(),
          new HashEnvironment(),
          new ListEnvironments(),
          new MakeEnvironment(),
          new PinPackages(),
          new ShowImage(),
          RegisterEnvironment.preview(),
          RegisterEnvironment.now(),
          new RestoreRun(),
          new RunInEnvironment(),
          new ListRuns(),
          new ShowDockerfile(),
          new ShowEnvironment(),
          new ShowStatus());

  private Commands() {}

  /** What clients call them, in alphabetical order. */
  public static List<String> ids() {
    return ALL.stream().map(Command::id).sorted().toList();
  }

  /** The fields of a command's argument; empty for one that there isn't. */
  public static List<String> fields(String id) {
    return find(id).map(Command::fields).orElse(List.of());
  }

  /** Whether there is such a command. */
  public static boolean has(String id) {
    return find(id).isPresent();
  }

  /**
   * Runs the command, which may wait for the disk.
   *
   * @param arguments as the client sent them: JSON
   * @return the result as JSON
   * @throws Refused when the arguments are wrong or it can't be done; the future may fail so too
   */
  public static CompletableFuture<JsonElement> run(String id, List<Object> arguments, Desk desk) {
    return run(
        find(id).orElseThrow(() -> new Refused("envlens has no command '%s'.".formatted(id))),
        arguments,
        desk);
  }

  private static <A, R> CompletableFuture<JsonElement> run(
      Command<A, R> command, List<Object> arguments, Desk desk) {
    return command.run(command.read(Fields.of(command, arguments)), desk).thenApply(command::write);
  }

  private static Optional<Command<?, ?>> find(String id) {
    return ALL.stream().filter(command -> command.id().equals(id)).findFirst();
  }
}
