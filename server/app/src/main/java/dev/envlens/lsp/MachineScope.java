package dev.envlens.lsp;

import com.google.gson.JsonElement;
import dev.envlens.machine.Machine;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** This machine, as the settings of machine scope say: they come with {@code initialize} alone. */
final class MachineScope implements AutoCloseable {

  private final Clock clock;
  private final Map<String, String> variables;
  private Machine machine;

  /**
   * @param variables the process's environment variables
   */
  MachineScope(Clock clock, Map<String, String> variables) {
    this.clock = clock;
    this.variables = variables;
    this.machine = machine(false);
  }

  /** Whether {@code initializationOptions} say that the editor's workspace is trusted. */
  static boolean trusts(JsonElement options) {
    return options != null
        && options.isJsonObject()
        && options.getAsJsonObject().has("trusted")
        && options.getAsJsonObject().get("trusted").isJsonPrimitive()
        && options.getAsJsonObject().get("trusted").getAsBoolean();
  }

  synchronized void trust(boolean trusted) {
    if (machine.settings().trusted() != trusted) {
      machine.close();
      machine = machine(trusted);
    }
  }

  synchronized Machine machine() {
    return machine;
  }

  private Machine machine(boolean trusted) {
    return new Machine(
        MachineSettings.of(variables, trusted),
        UserFolders.of(
            variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
        clock);
  }

  @Override
  public synchronized void close() {
    machine.close();
  }
}
