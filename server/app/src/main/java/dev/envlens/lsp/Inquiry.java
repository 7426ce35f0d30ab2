package dev.envlens.lsp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one analysis, and what was shown of it, wanted to know from outside the files. */
final class Inquiry {

  /** Who wants to know, and so has to hear of an answer. */
  enum Asker {
    /** Findings may depend on it: the document is analysed again. */
    RULE,
    /** Only what is shown depends on it. */
    SCREEN
  }

  private final Set<Question<?>> byRules = ConcurrentHashMap.newKeySet();
  private final Set<Question<?>> byScreen = ConcurrentHashMap.newKeySet();

  void note(Question<?> question, Asker asker) {
    (asker == Asker.RULE ? byRules : byScreen).add(question);
  }

  boolean includes(Question<?> question) {
    return byRules.contains(question) || byScreen.contains(question);
  }

  boolean decidesFindings(Question<?> question) {
    return byRules.contains(question);
  }

  /** All that it wanted to know. */
  Set<Question<?>> all() {
    Set<Question<?>> all = ConcurrentHashMap.newKeySet();
    all.addAll(byRules);
    all.addAll(byScreen);
    return all;
  }
}
