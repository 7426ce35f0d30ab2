package dev.envlens.conda;

import dev.envlens.text.TextRange;

/** Refuses, among conda dependencies, what only pip understands. */
final class PipOnly {

  private PipOnly() {}

  /** Ends the parse if {@code range} of {@code text} holds a line of pip's. Never quotes a URL. */
  static void refuse(String text, TextRange range) {
    var line = range.of(text);
    String kind;
    if (line.startsWith("-")) {
      kind = "an option of pip";
    } else if (DirectReference.isVcs(line)) {
      kind = "a repository, which only pip installs";
    } else if (isDirectReference(line)) {
      kind = "a reference to a URL, which only pip understands";
    } else if (DirectReference.looksLikePath(line) || line.endsWith(".whl")) {
      kind = "a path, which only pip installs";
    } else {
      return;
    }
    throw Fault.at(range, "This is %s. List it under 'pip:' in the dependencies.".formatted(kind));
  }

  private static boolean isDirectReference(String line) {
    int at = line.indexOf('@');
    return at > 0
        && !line.startsWith("::", line.indexOf(':'))
        && Characters.areAll(
            line.substring(0, at), c -> Characters.isInName(c) || " [],".indexOf(c) >= 0);
  }
}
