package dev.envlens.check;

import dev.envlens.conda.Parsed;

/**
 * Which dependencies no {@link PackageRule} has anything to say about. That depends on what was
 * parsed alone, so whoever checks a file again at every keystroke may remember it of the thousands
 * that didn't change. They are told apart by identity: it pays with a parser that remembers, too.
 */
public interface Unremarkable {

  boolean includes(Parsed<?> dependency);

  void add(Parsed<?> dependency);

  /** Remembers nothing. */
  static Unremarkable none() {
    return new Unremarkable() {
      @Override
      public boolean includes(Parsed<?> dependency) {
        return false;
      }

      @Override
      public void add(Parsed<?> dependency) {}
    };
  }
}
