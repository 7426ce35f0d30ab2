package dev.envlens.cli;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The one environment that a command is about: {@code FILE}, {@code FILE#/pointer}. */
final class OneDefinition {

  private static final String POINTER = "--pointer";

  private OneDefinition() {}

  /** Adds the arguments that name it. */
  static CommandSpec options(CommandSpec spec) {
    return spec.addPositional(
            Workspaces.argument(
                0, "FILE[#POINTER]", "The file that defines the environment, and where in it."))
        .addOption(
            Options.value(
                POINTER,
                "POINTER",
                String.class,
                "The JSON pointer of the environment in its file, as /environment."));
  }

  /**
   * The environment that {@code arguments} name.
   *
   * @throws Misuse when the file can't be read, or doesn't say which environment is meant
   */
  static Definition of(ParseResult arguments, Shell shell, Surroundings disk) {
    String argument = arguments.matchedPositionalValue(0, "");
    Optional<String> pointer = Optional.ofNullable(arguments.matchedOptionValue(POINTER, null));
    int mark = argument.lastIndexOf("#/");
    if (mark > 0 && pointer.isEmpty() && !Files.exists(shell.path(argument))) {
      pointer = Optional.of(argument.substring(mark + 1));
      argument = argument.substring(0, mark);
    }
    return of(shell.path(argument), pointer, shell, disk);
  }

  private static Definition of(
      Path path, Optional<String> pointer, Shell shell, Surroundings disk) {
    String shown = new ShownPaths(shell.folder()).of(path);
    var state = TextFiles.read(path, FileChecks.MAX_BYTES);
    if (!(state instanceof FileState.Text text)) {
      throw new Misuse(shown + " " + Reasons.of(state));
    }
    var all =
        Contents.of(new Source(FileUris.of(path), Yaml.parse(text.text())), disk).definitions();
    var meant =
        all.stream()
            .filter(definition -> pointer.map(definition.pointer()::equals).orElse(true))
            .toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw new Misuse(
        meant.isEmpty()
            ? "%s defines no environment%s%s"
                .formatted(shown, pointer.map(at -> " at '" + at + "'").orElse(""), there(all))
            : "%s defines %d environments: say by --pointer which is meant%s"
                .formatted(shown, meant.size(), there(meant)));
  }

  private static String there(List<Definition> definitions) {
    return definitions.isEmpty()
        ? ""
        : definitions.stream()
            .map(definition -> "'" + definition.pointer() + "'")
            .distinct()
            .limit(10)
            .collect(Collectors.joining(", ", ". There are: ", ""));
  }
}
