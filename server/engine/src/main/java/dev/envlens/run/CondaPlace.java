package dev.envlens.run;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Kind;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A conda environment of this machine, made by what conda there is of the definition's channels,
 * packages and variables; the base image and Docker steps play no part. One environment for each
 * hash, kept in the cache and used again.
 */
public final class CondaPlace implements Place {

  private static final int HASH_DIGITS = 32;

  private final Path folder;
  private final Map<String, String> variables;
  private final Supplier<Workspace> workspace;

  /**
   * @param folder of the environments
   * @param variables the process's, with its {@code PATH}
   * @param workspace has the definitions' files
   */
  public CondaPlace(Path folder, Map<String, String> variables, Supplier<Workspace> workspace) {
    this.folder = folder;
    this.variables = variables;
    this.workspace = workspace;
  }

  /** The program that would make the environments, as the {@code PATH} says. */
  public static Optional<Path> program(Map<String, String> variables) {
    return CondaTool.find(variables).map(CondaTool::program);
  }

  @Override
  public String name() {
    return "conda";
  }

  @Override
  public Ready prepare(
      Definition definition,
      Surroundings surroundings,
      EnvironmentVersion version,
      Progress progress) {
    if (!(definition.kind() instanceof Kind.SystemManaged)) {
      throw new RunFault(
          "%s has no conda definition, so there is no conda environment to make of it. Run it without --conda."
              .formatted(version.id().label()));
    }
    CondaTool tool =
        CondaTool.find(variables)
            .orElseThrow(
                () ->
                    new RunFault(
                        "Neither micromamba nor mamba nor conda is on the PATH. Install one, or run without --conda."));
    Path prefix = folder.resolve(version.content().hash().substring(0, HASH_DIGITS));
    try {
      make(tool, prefix, version, progress);
    } catch (IOException fault) {
      throw new RunFault(
          "Can't make the conda environment %s: %s.".formatted(prefix, reason(fault)), fault);
    }
    return new InPrefix(tool, prefix);
  }

  private static String reason(IOException fault) {
    return fault instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : String.valueOf(fault.getMessage());
  }

  /** Makes the environment unless it is there whole; one process at a time. */
  private void make(CondaTool tool, Path prefix, EnvironmentVersion version, Progress progress)
      throws IOException {
    Files.createDirectories(folder);
    Path whole = beside(prefix, ".whole");
    try (var channel =
            FileChannel.open(
                beside(prefix, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assert lock.isValid();
      if (Files.exists(whole) && Files.isDirectory(prefix)) {
        return;
      }
      Files.deleteIfExists(whole);
      new Tree(prefix).delete();
      progress.step(
          "Making the conda environment of %s with %s".formatted(version.id().label(), tool.name()),
          -1);
      create(tool, prefix, version, progress);
      Files.createFile(whole);
    }
  }

  private void create(CondaTool tool, Path prefix, EnvironmentVersion version, Progress progress)
      throws IOException {
    var files = new Tree(beside(prefix, ".files"));
    files.delete();
    boolean made = false;
    try {
      Path file = CondaFileOf.version(version, workspace.get(), files.root());
      OutputStream log = new Lines(progress);
      int status =
          new LocalProcess(tool.create(prefix, file), file.getParent(), Map.of())
              .run(new Streams(Optional.empty(), log, log), progress);
      log.close();
      if (status != 0) {
        throw new RunFault(
            "%s couldn't make the conda environment of %s: it ended with status %d. What it said stands above."
                .formatted(tool.name(), version.id().label(), status));
      }
      made = true;
    } finally {
      files.delete();
      if (!made) {
        new Tree(prefix).delete();
      }
    }
  }

  private static Path beside(Path prefix, String ending) {
    return prefix.resolveSibling(prefix.getFileName() + ending);
  }

  /** An environment that is there. */
  private record InPrefix(CondaTool tool, Path prefix) implements Ready {

    @Override
    public Optional<RunImage> image() {
      return Optional.empty();
    }

    @Override
    public int run(Task task, Streams streams, Progress progress) {
      List<String> command = tool.run(prefix, task.command());
      try {
        return new LocalProcess(command, task.folder(), task.variables()).run(streams, progress);
      } catch (IOException fault) {
        throw new RunFault(
            "%s can't be started: %s.".formatted(tool.program(), reason(fault)), fault);
      }
    }
  }
}
