package dev.envlens.cli;

import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The texts of files that are looked at more than once, and what was parsed of them; as many as
 * there is room for, the others are read again. Any thread may ask.
 */
final class FileTexts {

  /** How many characters of texts are kept. */
  private static final long MOST_TEXT = 32L << 20;

  /** How many characters of parsed texts are kept: their trees take many times as much. */
  private static final long MOST_PARSED = 1L << 20;

  private final Map<Path, FileState> texts = new ConcurrentHashMap<>();
  private final Map<String, Yaml> parsed = new ConcurrentHashMap<>();
  private final AtomicLong text = new AtomicLong();
  private final AtomicLong trees = new AtomicLong();

  /** What stands at {@code file}. */
  FileState read(Path file) {
    var known = texts.get(file);
    if (known != null) {
      return known;
    }
    var state = TextFiles.read(file, FileChecks.MAX_BYTES);
    if (state instanceof FileState.Text read && text.addAndGet(read.text().length()) <= MOST_TEXT) {
      texts.put(file, state);
    }
    return state;
  }

  /** The same for the last time: it isn't needed any more. */
  FileState readLast(Path file) {
    var known = texts.remove(file);
    return known != null ? known : TextFiles.read(file, FileChecks.MAX_BYTES);
  }

  /** The tree of {@code yaml}. */
  Yaml parse(String yaml) {
    var known = parsed.get(yaml);
    if (known != null) {
      return known;
    }
    var tree = Yaml.parse(yaml);
    if (trees.addAndGet(yaml.length()) <= MOST_PARSED) {
      parsed.put(yaml, tree);
    }
    return tree;
  }

  /** The same for the last time: it isn't needed any more. */
  Yaml parseLast(String yaml) {
    var known = parsed.remove(yaml);
    return known != null ? known : Yaml.parse(yaml);
  }
}
