package dev.envlens.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine that makes conda environments: conda, mamba or micromamba.
 *
 * @param name which of them
 */
record CondaTool(String name, Path program) {

  /** The fastest first. */
  private static final List<String> NAMES = List.of("micromamba", "mamba", "conda");

  private static final List<String> ENDINGS = List.of("", ".exe", ".bat");

  /** The first that there is on the {@code PATH} among {@code variables}. */
  static Optional<CondaTool> find(Map<String, String> variables) {
    List<String> folders =
        Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .toList();
    return NAMES.stream()
        .flatMap(
            name ->
                folders.stream()
                    .flatMap(folder -> ENDINGS.stream().map(end -> Path.of(folder, name + end)))
                    .filter(Files::isExecutable)
                    .map(program -> new CondaTool(name, program)))
        .findFirst();
  }

  /** The command that makes the environment of {@code file} at {@code prefix}. */
  List<String> create(Path prefix, Path file) {
    List<String> words =
        name.equals("micromamba") ? List.of("create", "--yes") : List.of("env", "create");
    return command(words, List.of("--prefix", prefix.toString(), "--file", file.toString()));
  }

  /** The command that runs {@code command} in the environment at {@code prefix}. */
  List<String> run(Path prefix, List<String> command) {
    List<String> words =
        name.equals("conda") ? List.of("run", "--no-capture-output") : List.of("run");
    List<String> all = command(words, List.of("--prefix", prefix.toString()));
    all.addAll(command);
    return all;
  }

  private List<String> command(Collection<String> words, Collection<String> options) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    command.addAll(options);
    return command;
  }
}
