package dev.envlens.files;

import dev.envlens.link.ContextEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The digests of the files of one context: remembered, or made of the bytes on several threads. */
final class ContextDigests {

  private final Path root;
  private final DigestCache digests;
  private final BooleanSupplier cancelled;

  /**
   * @param root the context's real path
   */
  ContextDigests(Path root, DigestCache digests, BooleanSupplier cancelled) {
    this.root = root;
    this.digests = digests;
    this.cancelled = cancelled;
  }

  /** A file that was read. */
  private record Read(ContextScan.Found found, Optional<Content> content, String fault) {}

  /**
   * @param isSettled whether the bytes are those of a file that looks as it was found
   */
  private record Content(String sha256, long size, boolean isSettled) {}

  /**
   * The entries of {@code files}, in no order.
   *
   * @throws ContextFault when one of them can't be read
   */
  List<ContextEntry> of(List<ContextScan.Found> files) throws ContextFault {
    Map<String, DigestCache.Entry> before = digests.digests(root);
    Map<String, DigestCache.Entry> now = new HashMap<>(2 * files.size());
    List<ContextEntry> entries = new ArrayList<>(files.size());
    List<ContextScan.Found> unknown = new ArrayList<>();
    for (var file : files) {
      var known = before.get(file.path());
      if (known != null && known.look().equals(file.look())) {
        entries.add(entry(file, file.look().size(), known.sha256()));
        now.put(file.path(), known);
      } else {
        unknown.add(file);
      }
    }
    for (var read : read(unknown)) {
      var content = read.content.orElseThrow(() -> new ContextFault(read.fault));
      entries.add(entry(read.found, content.size, content.sha256));
      if (content.isSettled) {
        now.put(read.found.path(), new DigestCache.Entry(read.found.look(), content.sha256));
      }
    }
    if (!now.equals(before)) {
      digests.keep(root, now);
    }
    return entries;
  }

  private static ContextEntry entry(ContextScan.Found file, long size, String sha256) {
    return new ContextEntry.File(file.path(), file.look().isExecutable(), size, sha256);
  }

  private List<Read> read(List<ContextScan.Found> files) {
    long start = now();
    long bytes = files.stream().mapToLong(file -> file.look().size()).sum();
    Map<Path, DigestProcess.Digest> digests =
        DigestProcess.isWorthwhile(bytes)
            ? DigestProcess.of(files.stream().map(ContextScan.Found::file).toList(), cancelled)
            : Map.of();
    return files.parallelStream()
        .map(file -> read(file, start, Optional.ofNullable(digests.get(file.file()))))
        .toList();
  }

  private Read read(ContextScan.Found found, long start, Optional<DigestProcess.Digest> known) {
    try {
      var digest = known.isPresent() ? known.get() : digest(found.file());
      boolean isSettled =
          !found.look().isRacy(start) && FileLook.at(found.file()).equals(found.look());
      var content = new Content(digest.sha256(), digest.size(), isSettled);
      return new Read(found, Optional.of(content), "");
    } catch (IOException fault) {
      return new Read(
          found, Optional.empty(), "'%s' %s".formatted(found.path(), Standing.reason(fault)));
    }
  }

  private DigestProcess.Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = Digests.sha256();
      long size = Digests.feed(sha256, in, cancelled);
      return new DigestProcess.Digest(size, HexFormat.of().formatHex(sha256.digest()));
    }
  }

  /** The system's time, which is what file systems of this machine stamp files with. */
  static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }
}
