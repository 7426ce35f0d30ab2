package dev.envlens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.envlens.machine.Machine;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** This machine, as the settings of machine scope say: they come with {@code initialize} alone. */
final class MachineScope implements AutoCloseable {

  private final Clock clock;
  private final Map<String, String> variables;
  private JsonObject given = new JsonObject();
  private InitialOptions options = InitialOptions.decode(Optional.empty());
  private boolean warned;
  private Machine machine;

  /**
   * @param variables the process's environment variables
   */
  MachineScope(Clock clock, Map<String, String> variables) {
    this.clock = clock;
    this.variables = variables;
    this.machine = machine(false);
  }

  /**
   * Takes over what came with {@code initialize}.
   *
   * @return what was wrong with it: sentences for a user
   */
  synchronized List<String> begin(Optional<JsonObject> initial) {
    given = initial.map(JsonObject::deepCopy).orElseGet(JsonObject::new);
    options = InitialOptions.decode(initial);
    machine.close();
    machine = machine(options.trusted());
    return options.warnings();
  }

  /**
   * What to say, once, of settings of machine scope that came in another way: they aren't taken
   * over. Nothing where they are what is in force, as an editor sends them that knows no scopes.
   */
  synchronized Optional<String> ignored(JsonObject later) {
    var strange =
        InitialOptions.SETTINGS.stream()
            .filter(key -> says(later, key) && !Objects.equals(later.get(key), given.get(key)))
            .map("'envlens.%s'"::formatted)
            .toList();
    if (strange.isEmpty() || warned) {
      return Optional.empty();
    }
    warned = true;
    return Optional.of(
        "%s can't be set by a workspace: only what the editor sends when it starts envlens counts,"
                .formatted(String.join(", ", strange))
            + " from its settings for this machine.");
  }

  /** Whether a setting is more than the nothing that editors send for what isn't set. */
  private static boolean says(JsonObject settings, String key) {
    JsonElement value = settings.has(key) ? settings.get(key) : JsonNull.INSTANCE;
    boolean nothing =
        value.isJsonNull()
            || (value.isJsonPrimitive()
                && (value.getAsString().isEmpty() || value.getAsString().equals("false")));
    return !nothing;
  }

  /**
   * Changes what may be done from here on.
   *
   * @return the parts that were in use, to be closed by whoever may wait; empty when nothing
   *     changed
   */
  synchronized Optional<Machine> trust(boolean trusted) {
    if (machine.settings().trusted() == trusted) {
      return Optional.empty();
    }
    var before = machine;
    machine = machine(trusted);
    return Optional.of(before);
  }

  synchronized boolean isTrusted() {
    return machine.settings().trusted();
  }

  /** Whether the client wants the lines that programs print. */
  synchronized boolean wantsLog() {
    return options.log();
  }

  synchronized Machine machine() {
    return machine;
  }

  private Machine machine(boolean trusted) {
    var usual = MachineSettings.of(variables, trusted);
    return new Machine(
        new MachineSettings(
            trusted,
            options.workspace().or(usual::workspace),
            options.registry().or(usual::registry),
            options.curatedRegistry().or(usual::curatedRegistry),
            options.dockerHost().or(usual::dockerHost),
            variables),
        UserFolders.of(
            variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
        clock);
  }

  @Override
  public synchronized void close() {
    machine.close();
  }
}
