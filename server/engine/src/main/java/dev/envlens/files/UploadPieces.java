package dev.envlens.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What goes into the hash that azure-ai-ml gives a context when it uploads it.
 *
 * <p>The hash is MD5 over a fixed beginning and then, folder by folder, every entry that the upload
 * takes: its name, then its bytes, or what is in it. Entries come in the order of their names in
 * lower case, compared by code point; names that differ by capitals alone come as the file system
 * lists them, in the SDK and so here. Links are read through, and what is in a linked folder is
 * judged by where it really is. The SDK runs forever on a folder linked into itself; here it counts
 * by its name.
 */
final class UploadPieces {

  /** What the hash begins with. */
  static final byte[] BEGINNING =
      "Initialize for october 2021 AML CLI version".getBytes(StandardCharsets.US_ASCII);

  private static final int LINKED_FOLDERS = 1_000;

  private record Entry(Path path, String name, String order) {}

  private final Path root;
  private final IgnoreRules rules;
  private final BooleanSupplier cancelled;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Path> inside = new HashSet<>();
  private int linkedFolders;

  private UploadPieces(Path root, IgnoreRules rules, BooleanSupplier cancelled) {
    this.root = root;
    this.rules = rules;
    this.cancelled = cancelled;
  }

  /** A piece of what is hashed. */
  sealed interface Piece {}

  /** The name of an entry. */
  record Name(String name) implements Piece {}

  /** The bytes of a file: its real path. */
  record Content(Path file) implements Piece {}

  /**
   * What is hashed, in order.
   *
   * @param root a real path
   * @throws ContextFault when a folder in it can't be read
   */
  static List<Piece> of(Path root, IgnoreRules rules, BooleanSupplier cancelled)
      throws ContextFault {
    UploadPieces found = new UploadPieces(root, rules, cancelled);
    found.addFolder(root);
    return List.copyOf(found.pieces);
  }

  private void addFolder(Path folder) throws ContextFault {
    if (!inside.add(folder)) {
      return;
    }
    for (Entry entry : entries(folder)) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (!rules.excludes(relative(entry.path))) {
        pieces.add(new Name(entry.name));
        addContent(entry.path);
      }
    }
    inside.remove(folder);
  }

  private void addContent(Path path) throws ContextFault {
    boolean isLink = Files.isSymbolicLink(path);
    Path target = path;
    if (isLink) {
      try {
        target = path.toRealPath();
      } catch (IOException broken) {
        return;
      }
    }
    if (Files.isRegularFile(target)) {
      pieces.add(new Content(target));
    } else if (Files.isDirectory(target)) {
      if (isLink && ++linkedFolders > LINKED_FOLDERS) {
        throw new ContextFault(
            "its links lead to more than %d folders: remove links".formatted(LINKED_FOLDERS));
      }
      if (!rules.excludesAllBelow(relative(target))) {
        addFolder(target);
      }
    }
  }

  private List<Entry> entries(Path folder) throws ContextFault {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        String name = ContextReader.nameOf(path, relative(folder));
        entries.add(new Entry(path, name, name.toLowerCase(Locale.ROOT)));
      }
    } catch (DirectoryIteratorException fault) {
      throw unreadable(folder, fault.getCause());
    } catch (IOException fault) {
      throw unreadable(folder, fault);
    }
    entries.sort(Comparator.comparing(Entry::order, FileNames.UTF_8_ORDER));
    return entries;
  }

  private ContextFault unreadable(Path folder, IOException fault) {
    return new ContextFault(
        "the folder '%s' %s".formatted(relative(folder), Standing.reason(fault)));
  }

  private String relative(Path path) {
    return FileNames.slashed(root.relativize(path));
  }
}
