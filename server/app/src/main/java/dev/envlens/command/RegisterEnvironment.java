package dev.envlens.command;

import dev.envlens.files.FileUris;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.Registrar;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import dev.envlens.workspace.WorkspaceFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers an environment, or says what registering would do, as {@code envlens register --format
 * json} does.
 */
final class RegisterEnvironment extends WorkspaceCommand<RegisterEnvironment.Arguments> {

  private final boolean preview;

  private RegisterEnvironment(boolean preview) {
    this.preview = preview;
  }

  /** Registers. */
  static RegisterEnvironment now() {
    return new RegisterEnvironment(false);
  }

  /** Says what {@link #now} would do. */
  static RegisterEnvironment preview() {
    return new RegisterEnvironment(true);
  }

  /**
   * @param name instead of the definition's
   * @param version instead of the definition's
   */
  record Arguments(Target target, Optional<String> name, Optional<String> version) {}

  @Override
  public String id() {
    return preview ? "envlens.server.previewRegister" : "envlens.server.register";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer", "name", "version");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        Target.of(fields), fields.optionalText("name"), fields.optionalText("version"));
  }

  @Override
  Map<String, Object> run(Arguments arguments, Workspace workspace, Desk desk) {
    var target = arguments.target();
    var definition = target.definition(target.contents(desk), desk);
    String source =
        FileUris.toPath(target.uri(desk)).map(Path::toString).orElseGet(target::spelled);
    var request =
        new Registrar.Request(arguments.name(), arguments.version(), source, Machine.user());
    var registrar = new Registrar(workspace);
    try {
      return WorkspaceFields.of(
          preview
              ? registrar.preview(definition, desk, request)
              : registrar.register(definition, desk, request));
    } catch (WorkspaceFault fault) {
      if (preview && fault.kind() == WorkspaceFault.Kind.TAKEN) {
        return WorkspaceFields.taken(fault);
      }
      throw fault;
    }
  }
}
