package dev.envlens.files;

/** Which files of a context somebody leaves out. Paths are relative to it, with {@code /}. */
interface IgnoreRules {

  boolean excludes(String path);

  /**
   * Whether it is plain that nothing in {@code folder} is let in, so that nobody need look. No says
   * nothing: the paths have to be asked for.
   */
  boolean excludesAllBelow(String folder);
}
