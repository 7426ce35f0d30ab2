package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the instructions of a Dockerfile take things from: the build context, other stages. */
final class Sources {

  private final Dockerfile file;
  private final char escape;

  Sources(Dockerfile file, char escape) {
    this.file = file;
    this.escape = escape;
  }

  List<CopySource> copies() {
    return file.instructions().stream().flatMap(this::copies).toList();
  }

  private Stream<CopySource> copies(Instruction instruction) {
    boolean copies = instruction.is("COPY") || instruction.is("ADD");
    if (!copies || instruction.flag("from").isPresent()) {
      return Stream.empty();
    }
    var words =
        instruction
            .exec()
            .orElseGet(
                () ->
                    Words.quoted(instruction.arguments(), escape).stream()
                        .map(word -> Words.unquoted(word, escape))
                        .toList());
    return words.subList(0, Math.max(0, words.size() - 1)).stream()
        .filter(word -> isPath(word.text()))
        .map(word -> new CopySource(instruction, word));
  }

  private static boolean isPath(String text) {
    return !text.isEmpty()
        && !text.startsWith("<<")
        && !text.contains("://")
        && !text.startsWith("git@")
        && text.chars().noneMatch(c -> c == '$' || c == '*' || c == '?' || c == '[');
  }

  List<StageUse> stages() {
    var result = new ArrayList<StageUse>();
    for (var stage : file.stages()) {
      if (stage.base() instanceof StageBase.Earlier earlier) {
        result.add(new StageUse(stage.imageRange(), earlier.index()));
      }
      for (var instruction : stage.instructions()) {
        for (var flag : instruction.flags()) {
          flag.value()
              .flatMap(value -> name(flag.name(), value))
              .flatMap(name -> use(name, stage.index()))
              .ifPresent(result::add);
        }
      }
    }
    return List.copyOf(result);
  }

  private static Optional<SourceText> name(String flag, SourceText value) {
    if (flag.equals("from")) {
      return Optional.of(value);
    }
    if (!flag.equals("mount")) {
      return Optional.empty();
    }
    int start = 0;
    for (String option : value.text().split(",", -1)) {
      if (option.startsWith("from=")) {
        return Optional.of(value.slice(start + "from=".length(), start + option.length()));
      }
      start += option.length() + 1;
    }
    return Optional.empty();
  }

  /** A stage by its name or number; one that comes later, and an image, are none. */
  private Optional<StageUse> use(SourceText name, int user) {
    return file.stages().stream()
        .limit(user)
        .filter(stage -> isCalled(stage, name.text()))
        .reduce((first, second) -> second)
        .map(stage -> new StageUse(name.range(), stage.index()));
  }

  private static boolean isCalled(Stage stage, String name) {
    return stage
            .name()
            .filter(
                own -> own.text().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
            .isPresent()
        || Integer.toString(stage.index()).equals(name);
  }
}
