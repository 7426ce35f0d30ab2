package dev.envlens.link;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files and folders in memory, below {@code file:///project}. */
public final class MemoryFiles implements Surroundings {

  public static final URI ROOT = URI.create("file:///project");

  private final Map<URI, String> texts = new TreeMap<>();
  private final Map<URI, FileState> states = new TreeMap<>();
  private final Set<URI> executables = new TreeSet<>();

  /** The file at {@code path}, relative to the root. */
  public static URI uri(String path) {
    return Paths.within(ROOT, path).orElseThrow();
  }

  public MemoryFiles with(String path, String text) {
    texts.put(uri(path), text);
    return this;
  }

  public MemoryFiles withExecutable(String path, String text) {
    executables.add(uri(path));
    return with(path, text);
  }

  /** Something else than a text or a folder. */
  public MemoryFiles with(String path, FileState state) {
    states.put(uri(path), state);
    return this;
  }

  @Override
  public FileState file(URI uri) {
    if (states.containsKey(uri)) {
      return states.get(uri);
    }
    if (texts.containsKey(uri)) {
      return new FileState.Text(texts.get(uri));
    }
    return isFolder(uri) ? new FileState.Folder() : new FileState.Missing(nearby(uri));
  }

  private boolean isFolder(URI uri) {
    return texts.keySet().stream().anyMatch(file -> Paths.isWithin(uri, file));
  }

  /** The files beside {@code uri} whose names begin alike. */
  private List<String> nearby(URI uri) {
    String start = Paths.name(uri).substring(0, Math.min(3, Paths.name(uri).length()));
    return texts.keySet().stream()
        .filter(file -> Paths.folder(file).equals(Paths.folder(uri)))
        .map(Paths::name)
        .filter(name -> name.startsWith(start))
        .toList();
  }

  @Override
  public ContextState context(URI uri) {
    if (!isFolder(uri)) {
      return new ContextState.Missing(List.of());
    }
    List<ContextEntry> entries =
        texts.entrySet().stream()
            .filter(file -> Paths.isWithin(uri, file.getKey()))
            .<ContextEntry>map(
                file ->
                    new ContextEntry.File(
                        Paths.relative(uri, file.getKey()),
                        executables.contains(file.getKey()),
                        file.getValue().length(),
                        sha256(file.getValue())))
            .sorted(Comparator.comparing(ContextEntry::path))
            .toList();
    return new ContextState.Files(entries, "0".repeat(32));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
