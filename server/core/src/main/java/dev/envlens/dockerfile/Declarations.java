package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which {@code ARG} or {@code ENV} a variable comes from. */
final class Declarations {

  private final Dockerfile file;
  private final char escape;

  Declarations(Dockerfile file, char escape) {
    this.file = file;
    this.escape = escape;
  }

  List<Declaration> all() {
    var result = new ArrayList<Declaration>();
    int stage = Declaration.GLOBAL;
    for (var instruction : file.instructions()) {
      if (instruction.is("FROM")) {
        stage++;
      } else if (instruction.is("ARG")) {
        arguments(instruction, stage, result);
      } else if (instruction.is("ENV")) {
        variables(instruction, stage, result);
      }
    }
    return List.copyOf(result);
  }

  private void arguments(Instruction arg, int stage, List<Declaration> result) {
    for (var word : Words.quoted(arg.arguments(), escape)) {
      result.add(declaration(arg, stage, word));
    }
  }

  private void variables(Instruction env, int stage, List<Declaration> result) {
    var words = Words.quoted(env.arguments(), escape);
    if (words.isEmpty()) {
      return;
    }
    if (words.get(0).text().indexOf('=') < 0) {
      // The old form: one name, and all that follows is its value.
      int start = words.get(0).length();
      var rest = env.arguments().slice(start, env.arguments().length()).trimmed();
      result.add(new Declaration(env, stage, words.get(0), Optional.of(rest)));
      return;
    }
    for (var word : words) {
      result.add(declaration(env, stage, word));
    }
  }

  private static Declaration declaration(Instruction instruction, int stage, SourceText word) {
    int equals = word.text().indexOf('=');
    return equals < 0
        ? new Declaration(instruction, stage, word, Optional.empty())
        : new Declaration(
            instruction,
            stage,
            word.slice(0, equals),
            Optional.of(word.slice(equals + 1, word.length())));
  }

  /** The use or naming of a variable at {@code offset}. */
  Optional<VariableUse> at(int offset) {
    String text = file.text();
    int start = Math.min(Math.max(offset, 0), text.length());
    while (start > 0 && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    var range = new TextRange(start, end);
    if (range.isEmpty() || instructionAt(start).isEmpty()) {
      return Optional.empty();
    }
    return isUsed(text, start) || all().stream().anyMatch(one -> one.name().range().equals(range))
        ? Optional.of(new VariableUse(range.of(text), range))
        : Optional.empty();
  }

  private boolean isUsed(String text, int start) {
    int dollar = start > 0 && text.charAt(start - 1) == '{' ? start - 2 : start - 1;
    return dollar >= 0
        && text.charAt(dollar) == '$'
        && (dollar == 0 || text.charAt(dollar - 1) != escape);
  }

  private Optional<Instruction> instructionAt(int offset) {
    return file.instructions().stream()
        .filter(instruction -> instruction.range().touches(offset))
        .findFirst();
  }

  /** Where the variable used at {@code use} gets its value, as far as the file tells. */
  Optional<Declaration> of(VariableUse use) {
    int offset = use.range().start();
    var user = instructionAt(offset);
    if (user.isEmpty()) {
      return Optional.empty();
    }
    var before =
        all().stream()
            .filter(one -> one.name().text().equals(use.name()))
            .filter(one -> one.name().range().start() < offset)
            .toList();
    int stage = user.get().is("FROM") ? Declaration.GLOBAL : stageOf(user.get());
    return inStage(before, stage, true);
  }

  /** Of the declarations, the last in {@code stage}, else in those that it builds on. */
  private Optional<Declaration> inStage(
      List<Declaration> declarations, int stage, boolean arguments) {
    var own =
        declarations.stream()
            .filter(one -> one.stage() == stage && (arguments || !one.isArgument()))
            .reduce((first, second) -> second);
    if (own.isPresent() || stage == Declaration.GLOBAL) {
      return own;
    }
    return file.stages().get(stage).base() instanceof StageBase.Earlier earlier
        ? inStage(declarations, earlier.index(), false)
        : Optional.empty();
  }

  /** The default before the first {@code FROM} that an {@code ARG} without one takes over. */
  Optional<Declaration> takenOver(Declaration declaration) {
    if (!declaration.isArgument()
        || declaration.value().isPresent()
        || declaration.stage() == Declaration.GLOBAL) {
      return Optional.empty();
    }
    return all().stream()
        .filter(one -> one.stage() == Declaration.GLOBAL)
        .filter(one -> one.name().text().equals(declaration.name().text()))
        .reduce((first, second) -> second);
  }

  private int stageOf(Instruction instruction) {
    int stage = Declaration.GLOBAL;
    for (var candidate : file.stages()) {
      if (candidate.from().range().start() <= instruction.range().start()) {
        stage = candidate.index();
      }
    }
    return stage;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
