package dev.envlens.cli;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.link.FileState;
import dev.envlens.machine.Machine;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import dev.envlens.workspace.Registrar;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.Optional;

/** Registers environments in the workspace that a desk's commands use. */
final class Shelf {

  private Shelf() {}

  /** Registers the environment in {@code file}, and says which version it became. */
  static String register(Desk desk, String file) {
    var settings = MachineSettings.of(desk.variables(), true);
    var folders = UserFolders.of(desk.variables(), "Linux", Path.of("/nowhere"));
    try (var machine = new Machine(settings, folders, Desk.NOW)) {
      var disk = new DiskSurroundings(1 << 20);
      var uri = FileUris.of(desk.folder().resolve(file));
      var text = (FileState.Text) disk.file(uri);
      var contents = Contents.of(new Source(uri, Yaml.parse(text.text())), disk);
      return new Registrar(machine.workspace())
          .register(
              contents.definitions().get(0),
              disk,
              new Registrar.Request(Optional.empty(), Optional.empty(), file, "somebody"))
          .version()
          .id()
          .label();
    }
  }
}
