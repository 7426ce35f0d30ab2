package dev.envlens.feature;

/** Reads lock files; one that remembers may be given, since they are long and seldom change. */
@FunctionalInterface
public interface LockParser {

  /** What the {@code conda-lock.yml} with this text resolves to; nothing where it isn't one. */
  Resolutions read(String text);

  /** Reads again each time. */
  static LockParser direct() {
    return LockFile::read;
  }
}
