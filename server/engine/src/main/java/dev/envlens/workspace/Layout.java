package dev.envlens.workspace;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.files.TextFiles;
import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition with all that it needs, laid out as a folder that nothing leads out of.
 *
 * @param definition the path of its YAML
 * @param parts the files by their paths
 * @param context the build context, where it has one
 */
record Layout(String definition, Map<String, FolderPart> parts, Optional<Context> context) {

  /** Nobody has a folder of this name, so that no path leads here but one that stays here. */
  private static final String ROOT = "/envlens-5f1c7d0e-folder";

  private static final long MAX_BYTES = 10L << 20;

  /**
   * A build context.
   *
   * @param path the folder's; empty where it is the whole folder
   */
  record Context(String path, List<ContextEntry> entries) {}

  /** Whether the definition has this hash where it is laid out, with nothing else around it. */
  boolean hasHash(String hash) {
    var definitions = definitions();
    return definitions.size() == 1
        && Hashing.of(definitions.get(0), new Inside()) instanceof Hashing.Known known
        && known.hash().hex().equals(hash);
  }

  private List<Definition> definitions() {
    var inside = new Inside();
    return inside.at(definition) instanceof FileState.Text text
        ? Contents.of(new Source(uri(definition), Yaml.parse(text.text())), inside).definitions()
        : List.of();
  }

  private static URI uri(String path) {
    return Paths.within(URI.create("file://" + ROOT), path).orElseThrow();
  }

  /** What the folder holds. */
  private final class Inside implements Surroundings {

    @Override
    public FileState file(URI uri) {
      return path(uri).map(this::at).orElseGet(Inside::nothing);
    }

    @Override
    public ContextState context(URI uri) {
      var found = path(uri);
      return context
          .filter(folder -> found.filter(folder.path()::equals).isPresent())
          .<ContextState>map(folder -> new ContextState.Files(folder.entries(), ""))
          .orElseGet(() -> new ContextState.Missing(List.of()));
    }

    private static Optional<String> path(URI uri) {
      String path = uri.getPath() == null ? "" : uri.getPath();
      if (path.equals(ROOT)) {
        return Optional.of("");
      }
      return path.startsWith(ROOT + "/")
          ? Optional.of(path.substring(ROOT.length() + 1))
          : Optional.empty();
    }

    private static FileState nothing() {
      return new FileState.Missing(List.of());
    }

    private FileState at(String path) {
      var part = parts.get(path);
      if (part instanceof FolderPart.Seen seen) {
        return new FileState.Text(seen.text());
      }
      if (part instanceof FolderPart.OnDisk disk) {
        return TextFiles.read(disk.file(), MAX_BYTES);
      }
      if (part instanceof FolderPart.Link link) {
        return linked(path, link);
      }
      boolean folder =
          path.isEmpty() || parts.keySet().stream().anyMatch(p -> p.startsWith(path + "/"));
      return folder ? new FileState.Folder() : nothing();
    }

    /** A link to a file of the folder, which it may reach through no other link. */
    private FileState linked(String path, FolderPart.Link link) {
      Path folder = Path.of("/" + path).getParent();
      String target = folder.resolve(link.target()).normalize().toString().substring(1);
      return parts.get(target) instanceof FolderPart.Link ? nothing() : at(target);
    }
  }
}
