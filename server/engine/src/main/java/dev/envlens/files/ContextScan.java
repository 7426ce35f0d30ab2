package dev.envlens.files;

import dev.envlens.link.ContextEntry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One walk over a context: the files to hash and the links to keep, in no order. */
final class ContextScan {

  /** A file to hash; {@code path} is relative to the context, with {@code /}. */
  record Found(String path, Path file, FileLook look) {}

  private final Path root;
  private final List<IgnoreRules> rules;
  private final BooleanSupplier cancelled;
  private final List<Found> files = new ArrayList<>();
  private final List<ContextEntry.Link> links = new ArrayList<>();

  private ContextScan(Path root, List<IgnoreRules> rules, BooleanSupplier cancelled) {
    this.root = root;
    this.rules = List.copyOf(rules);
    this.cancelled = cancelled;
  }

  /**
   * What {@code root} holds that {@code rules} don't leave out.
   *
   * @param root a real path
   * @throws ContextFault at the first entry that no build can use
   */
  static ContextScan of(Path root, List<IgnoreRules> rules, BooleanSupplier cancelled)
      throws ContextFault {
    ContextScan scan = new ContextScan(root, rules, cancelled);
    scan.walk(root, "");
    return scan;
  }

  List<Found> files() {
    return List.copyOf(files);
  }

  List<ContextEntry.Link> links() {
    return List.copyOf(links);
  }

  private void walk(Path folder, String prefix) throws ContextFault {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        visit(entry, prefix + ContextReader.nameOf(entry, prefix));
      }
    } catch (DirectoryIteratorException fault) {
      throw unreadable(prefix, fault.getCause());
    } catch (IOException fault) {
      throw unreadable(prefix, fault);
    }
  }

  private void visit(Path entry, String path) throws ContextFault {
    FileLook look = look(entry, path);
    if (look.kind() == FileLook.Kind.FOLDER) {
      if (rules.stream().noneMatch(rule -> rule.excludesAllBelow(path))) {
        walk(entry, path + "/");
      }
    } else if (rules.stream().noneMatch(rule -> rule.excludes(path))) {
      if (look.kind() == FileLook.Kind.LINK) {
        links.add(new ContextEntry.Link(path, target(entry, path)));
      } else if (look.kind() == FileLook.Kind.FILE) {
        files.add(new Found(path, entry, look));
      } else {
        throw new ContextFault(
            "'%s' %s: remove it, or name it in %s"
                .formatted(path, Standing.SPECIAL, BuilderRules.FILE));
      }
    }
  }

  private static FileLook look(Path entry, String path) throws ContextFault {
    try {
      return FileLook.at(entry);
    } catch (IOException fault) {
      throw new ContextFault("'%s' %s".formatted(path, Standing.reason(fault)));
    }
  }

  private String target(Path link, String path) throws ContextFault {
    try {
      Path target = Files.readSymbolicLink(link);
      if (target.isAbsolute() || !staysInside(link, target)) {
        throw new ContextFault(
            "the link '%s' points out of the context, to '%s': copy the file in or remove the link"
                .formatted(path, FileNames.slashed(target)));
      }
      return written(target);
    } catch (IOException fault) {
      throw new ContextFault("'%s' %s".formatted(path, Standing.reason(fault)));
    }
  }

  private boolean staysInside(Path link, Path target) {
    if (!link.resolveSibling(target).normalize().startsWith(root)) {
      return false;
    }
    try {
      return link.toRealPath().startsWith(root);
    } catch (IOException brokenOrLoop) {
      return true;
    }
  }

  /** The text of the link, but for a locale that can't show it and for Windows' separators. */
  private static String written(Path target) {
    String text = target.toString();
    boolean asIs = text.indexOf('\uFFFD') < 0 && target.getFileSystem().getSeparator().equals("/");
    return asIs ? text : FileNames.slashed(target);
  }

  private static ContextFault unreadable(String prefix, IOException fault) {
    String folder = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
    return new ContextFault("the folder '%s' %s".formatted(folder, Standing.reason(fault)));
  }
}
