package dev.envlens.files;

import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads a build context: the files that a build would see, and the SDK's hash of the folder.
 *
 * <p>A build sees what is neither kept from the upload ({@link UploadRules}) nor from the builder
 * ({@link BuilderRules}). Links aren't followed, so no loop of links can trap the reader.
 */
public final class ContextReader {

  /** What may rule, at its root, which files of a context count. */
  public static final List<String> IGNORE_FILES =
      List.of(".amlignore", ".gitignore", BuilderRules.FILE);

  private static final List<String> UPLOAD_FILES = List.of(".amlignore", ".gitignore");
  private static final long IGNORE_FILE_BYTES = 1 << 20;

  private final BooleanSupplier cancelled;

  private record Hashed(Optional<ContextEntry> entry, String fault) {}

  /**
   * @param cancelled asked now and then, from several threads; once it says true, reading ends with
   *     a {@link CancellationException}
   */
  public ContextReader(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /**
   * What stands at {@code folder}. A reason why it is unusable is a clause of its own ("the link
   * 'x' points out of the context: …").
   *
   * @throws CancellationException when cancelled
   */
  public ContextState read(Path folder) {
    Standing standing = Standing.at(folder);
    if (standing instanceof Standing.Nothing) {
      return new ContextState.Missing(NearMisses.folders(folder));
    }
    if (standing instanceof Standing.File) {
      return new ContextState.Unusable("it is a file, not a folder");
    }
    if (standing instanceof Standing.Fault fault) {
      return new ContextState.Unusable("it " + fault.reason());
    }
    try {
      return files(folder.toRealPath());
    } catch (IOException fault) {
      return new ContextState.Unusable("it " + Standing.reason(fault));
    } catch (ContextFault fault) {
      return new ContextState.Unusable(fault.getMessage());
    }
  }

  private ContextState files(Path root) throws ContextFault {
    IgnoreRules upload = uploadRules(root);
    IgnoreRules builder = BuilderRules.parse(text(root, BuilderRules.FILE).orElse(""));
    ContextScan scan = ContextScan.of(root, List.of(upload, builder), cancelled);
    List<ContextEntry> entries = new ArrayList<>(scan.links());
    List<Hashed> hashed = scan.files().parallelStream().map(this::hashed).toList();
    for (Hashed file : hashed) {
      entries.add(file.entry.orElseThrow(() -> new ContextFault(file.fault)));
    }
    entries.sort(Comparator.comparing(ContextEntry::path, FileNames.UTF_8_ORDER));
    return new ContextState.Files(List.copyOf(entries), UploadHash.of(root, upload, cancelled));
  }

  private static IgnoreRules uploadRules(Path root) throws ContextFault {
    for (String file : UPLOAD_FILES) {
      Optional<String> text = text(root, file);
      if (text.isPresent()) {
        return UploadRules.parse(text.get(), file);
      }
    }
    return UploadRules.parse("", UPLOAD_FILES.get(0));
  }

  private static Optional<String> text(Path root, String file) throws ContextFault {
    Path path = root.resolve(file);
    if (Standing.at(path) instanceof Standing.Nothing) {
      return Optional.empty();
    }
    FileState state = TextFiles.read(path, IGNORE_FILE_BYTES);
    if (state instanceof FileState.Text text) {
      return Optional.of(text.text());
    }
    throw new ContextFault(
        "%s %s"
            .formatted(
                file, state instanceof FileState.Unreadable why ? why.reason() : "is not a file"));
  }

  private Hashed hashed(ContextScan.Found found) {
    try (InputStream in = Files.newInputStream(found.file())) {
      MessageDigest sha256 = Digests.sha256();
      long size = Digests.feed(sha256, in, cancelled);
      String hex = HexFormat.of().formatHex(sha256.digest());
      return new Hashed(
          Optional.of(new ContextEntry.File(found.path(), found.executable(), size, hex)), "");
    } catch (IOException fault) {
      return new Hashed(
          Optional.empty(), "'%s' %s".formatted(found.path(), Standing.reason(fault)));
    }
  }

  /** The name of {@code path}, which stands in {@code folder}. */
  static String nameOf(Path path, String folder) throws ContextFault {
    return FileNames.of(path)
        .orElseThrow(
            () ->
                new ContextFault(
                    "a name in the folder '%s' is not UTF-8: rename '%s'"
                        .formatted(folder.isEmpty() ? "." : folder, path.getFileName())));
  }
}
