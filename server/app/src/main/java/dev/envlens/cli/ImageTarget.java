package dev.envlens.cli;

import dev.envlens.contents.ImageReport;
import dev.envlens.machine.Machine;
import dev.envlens.progress.Progress;
import dev.envlens.workspace.EnvironmentVersion;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which image an argument means: a file's, a registered version's, a hash's, or one by its name.
 */
final class ImageTarget {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}");

  private final Machine machine;
  private final Shell shell;
  private final Optional<String> pointer;

  ImageTarget(Machine machine, Shell shell, Optional<String> pointer) {
    this.machine = machine;
    this.shell = shell;
    this.pointer = pointer;
  }

  /** What there is to say of the image. */
  ImageReport look(String argument) {
    var images = machine.images();
    var progress = Progress.unwatched();
    if (Files.isRegularFile(shell.path(argument))) {
      String hash = DefinitionFile.of(shell.path(argument), pointer, shell).hash();
      return images.ofHash(hash, progress);
    }
    if (HASH.matcher(argument).matches()) {
      return images.ofHash(argument, progress);
    }
    return registered(argument)
        .map(version -> images.ofHash(version.content().hash(), progress))
        .orElseGet(() -> images.ofReference(argument, progress));
  }

  private Optional<EnvironmentVersion> registered(String argument) {
    int colon = argument.indexOf(':');
    boolean name = colon > 0 && argument.indexOf('/') < 0 && argument.indexOf('@') < 0;
    return name
        ? machine
            .workspace()
            .find(
                new EnvironmentVersion.Id(
                    argument.substring(0, colon), argument.substring(colon + 1)))
        : Optional.empty();
  }
}
