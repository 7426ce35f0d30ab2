package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.definition.TextMarks;
import dev.envlens.files.FileStamp;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.index.FileSummary;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads files that aren't open, and remembers how each looked and whom it led to, so that a change
 * of any leads back to those whose summary may be another now. Texts aren't kept.
 */
final class IndexReads {

  /** The size in bytes up to which a file is read: no environment comes near. */
  static final long MOST_BYTES = 1 << 20;

  private final Documents documents;
  private final IndexedContexts contexts;
  private final Map<URI, Map<URI, FileStamp>> inputs = new ConcurrentHashMap<>();

  IndexReads(Documents documents, IndexedContexts contexts) {
    this.documents = documents;
    this.contexts = contexts;
  }

  /** The summary of {@code file} as it is on disk: an empty one where it holds nothing of ours. */
  FileSummary summary(URI file) {
    var disk = new Disk();
    var state = disk.read(file);
    var summary =
        state instanceof FileState.Text text && mayBeOurs(file, text.text())
            ? FileSummary.of(Contents.of(new Source(file, Yaml.parse(text.text())), disk), disk)
            : nothing(file);
    inputs.put(file, Map.copyOf(disk.looked));
    return summary;
  }

  static FileSummary nothing(URI file) {
    return new FileSummary(file, List.of(), List.of(), List.of(), List.of());
  }

  private static boolean mayBeOurs(URI file, String text) {
    return file.getPath().toLowerCase(Locale.ROOT).endsWith(".json")
        ? TextMarks.mayDefineInJson(text)
        : TextMarks.mayBeOurs(text);
  }

  /** Forgets {@code file}. */
  void forget(URI file) {
    inputs.remove(file);
  }

  /** The files that were summarized. */
  Set<URI> summarized() {
    return Set.copyOf(inputs.keySet());
  }

  /** The files whose summary may depend on {@code uri}, besides itself. */
  List<URI> askers(URI uri) {
    return inputs.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(uri) && !entry.getKey().equals(uri))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether {@code file}, or what it leads to, may look otherwise than when it was summarized. */
  boolean isStale(URI file) {
    var before = inputs.get(file);
    return before == null
        || before.entrySet().stream()
            .anyMatch(input -> !input.getValue().stillHolds(stamp(input.getKey())));
  }

  /** Forgets the contexts that no summary leads to any more. */
  void retainContexts() {
    var linked = new HashSet<URI>();
    inputs.values().forEach(looked -> linked.addAll(looked.keySet()));
    contexts.retain(linked);
  }

  private static FileStamp stamp(URI uri) {
    return FileUris.toPath(uri).map(FileStamp::of).orElse(FileStamp.NOTHING);
  }

  /** The files around a file on disk: open ones as the editor shows them. */
  private final class Disk implements Surroundings {
    private final Map<URI, FileStamp> looked = new HashMap<>();

    @Override
    public FileState file(URI uri) {
      var open = documents.get(uri);
      if (open.isPresent()) {
        looked.put(uri, stamp(uri));
        return new FileState.Text(open.get().text());
      }
      return read(uri);
    }

    FileState read(URI uri) {
      // Before it is read: what is written meanwhile is noticed.
      looked.put(uri, stamp(uri));
      return FileUris.toPath(uri)
          .map(path -> TextFiles.read(path, MOST_BYTES))
          .orElseGet(() -> new FileState.Missing(List.of()));
    }

    @Override
    public ContextState context(URI uri) {
      looked.put(uri, stamp(uri));
      return contexts.of(uri);
    }
  }
}
