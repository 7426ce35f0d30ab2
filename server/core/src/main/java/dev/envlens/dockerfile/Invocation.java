package dev.envlens.dockerfile;

import java.util.List;
import java.util.Set;

/**
 * A command without what stands before its program: keywords of the shell, assignments, and
 * programs that only run another ({@code sudo}, {@code env}, {@code conda run}).
 */
record Invocation(List<ShellWord> words) {

  private static final Set<String> PREFIXES =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "while",
          "until",
          "do",
          "!",
          "{",
          "}",
          "time",
          "sudo",
          "env",
          "exec",
          "command",
          "nice",
          "nohup",
          "eatmydata");

  private static final Set<String> CONDAS = Set.of("conda", "mamba", "micromamba");

  static Invocation of(ShellCommand command) {
    var words = command.words();
    int start = 0;
    boolean skipped = true;
    while (skipped && start < words.size()) {
      String word = words.get(start).text();
      boolean prefix = PREFIXES.contains(program(words.get(start)));
      skipped = prefix || isAssignment(word);
      start += skipped ? 1 : 0;
      // Options of the prefix itself: sudo -E, env -i.
      while (prefix && start < words.size() && words.get(start).text().startsWith("-")) {
        start++;
      }
      if (!skipped && start + 1 < words.size() && isCondaRun(words, start)) {
        start = behindCondaRun(words, start + 2);
        skipped = true;
      }
    }
    return new Invocation(words.subList(start, words.size()));
  }

  /** The program's name without its folder. */
  static String program(ShellWord word) {
    return word.text().substring(word.text().lastIndexOf('/') + 1);
  }

  private static boolean isCondaRun(List<ShellWord> words, int start) {
    return CONDAS.contains(program(words.get(start))) && words.get(start + 1).text().equals("run");
  }

  private static int behindCondaRun(List<ShellWord> words, int start) {
    int i = start;
    while (i < words.size() && words.get(i).text().startsWith("-")) {
      boolean takesValue = Set.of("-n", "--name", "-p", "--prefix").contains(words.get(i).text());
      i += takesValue ? 2 : 1;
    }
    return Math.min(i, words.size());
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    for (int i = 0; i < equals; i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return equals > 0;
  }
}
