package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the scripts that a {@code RUN} runs, wherever it keeps them. */
final class Scripts {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh");
  private static final int DEEPEST = 4;

  private final boolean literalBackslash;
  private final List<ShellCommand> commands = new ArrayList<>();

  private Scripts(boolean literalBackslash) {
    this.literalBackslash = literalBackslash;
  }

  static List<ShellCommand> commands(Instruction instruction, boolean literalBackslash) {
    var run = instruction.onbuild().orElse(instruction);
    if (!run.is("RUN")) {
      return List.of();
    }
    var scripts = new Scripts(literalBackslash);
    if (run.exec().isPresent()) {
      scripts.add(execCommand(run.exec().get()), DEEPEST);
    } else {
      scripts.script(run.arguments(), DEEPEST);
      if (scripts.readsScript()) {
        for (var heredoc : run.heredocs()) {
          if (isShellScript(heredoc.body().text())) {
            scripts.script(heredoc.body(), DEEPEST);
          }
        }
      }
    }
    return List.copyOf(scripts.commands);
  }

  private static ShellCommand execCommand(List<SourceText> strings) {
    return new ShellCommand(
        strings.stream().map(s -> new ShellWord(s, s.range(), true, false)).toList(), List.of());
  }

  private void script(SourceText script, int depth) {
    for (var command : ShellReader.read(script, literalBackslash)) {
      add(command, depth);
    }
  }

  /** Adds a command, and those of the script that it hands to a shell. */
  private void add(ShellCommand command, int depth) {
    commands.add(command);
    var words = Invocation.of(command).words();
    if (depth == 0 || words.isEmpty() || !SHELLS.contains(Invocation.program(words.get(0)))) {
      return;
    }
    int i = 1;
    while (i + 1 < words.size() && words.get(i).text().startsWith("-")) {
      String option = words.get(i).text();
      if (option.endsWith("c") && !option.startsWith("--")) {
        script(words.get(i + 1).value(), depth - 1);
        return;
      }
      // -o pipefail, -euo pipefail
      i += option.endsWith("o") && !option.startsWith("--") ? 2 : 1;
    }
  }

  /**
   * Whether the here-documents are scripts of the shell: nothing else is on the line, or the line
   * is a shell that reads its input.
   */
  private boolean readsScript() {
    if (commands.size() != 1) {
      return false;
    }
    var words = commands.get(0).words();
    boolean readsInput = words.stream().skip(1).allMatch(word -> word.text().startsWith("-"));
    return words.isEmpty() || (readsInput && SHELLS.contains(Invocation.program(words.get(0))));
  }

  /** A first line {@code #!} names the program; without one it is the shell. */
  private static boolean isShellScript(String body) {
    if (!body.startsWith("#!")) {
      return true;
    }
    int end = body.indexOf('\n');
    String line = end < 0 ? body : body.substring(0, end);
    for (String word : line.substring(2).trim().split(" ", -1)) {
      if (SHELLS.contains(word.substring(word.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }
}
