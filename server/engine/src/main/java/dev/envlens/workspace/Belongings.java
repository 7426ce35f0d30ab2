package dev.envlens.workspace;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.files.ContextReader;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a definition leads to.
 *
 * @param conda the conda file, if there is one
 * @param requirements what the conda definition's pip lists include, by paths that can be moved
 *     together with it
 * @param context the build context, if it is a folder
 */
record Belongings(Optional<Text> conda, List<Text> requirements, Optional<ContextFolder> context) {

  private static final long IGNORE_FILE_BYTES = 1 << 20;

  /** A text file as it was seen. */
  record Text(URI uri, String text) {}

  /**
   * @param dockerfile its path within the context
   */
  record ContextFolder(URI uri, List<ContextEntry> entries, String dockerfile, String steps) {

    /** The files, by their paths in the context, below {@code prefix}. */
    Map<String, FolderPart> parts(String prefix) {
      Map<String, FolderPart> parts = new LinkedHashMap<>();
      Path folder = FileUris.toPath(uri).orElseThrow();
      for (ContextEntry entry : entries) {
        parts.put(
            prefix + entry.path(),
            entry instanceof ContextEntry.File file
                ? new FolderPart.OnDisk(file, folder.resolve(file.path()))
                : new FolderPart.Link(((ContextEntry.Link) entry).target()));
      }
      parts.put(prefix + dockerfile, new FolderPart.Seen(steps, isExecutable(parts, prefix)));
      for (String ignore : ContextReader.IGNORE_FILES) {
        if (!parts.containsKey(prefix + ignore)
            && TextFiles.read(folder.resolve(ignore), IGNORE_FILE_BYTES)
                instanceof FileState.Text text) {
          parts.put(prefix + ignore, new FolderPart.Seen(text.text(), false));
        }
      }
      return parts;
    }

    private boolean isExecutable(Map<String, FolderPart> parts, String prefix) {
      return parts.get(prefix + dockerfile) instanceof FolderPart.OnDisk disk
          && disk.entry().executable();
    }
  }

  static Belongings of(Definition definition, Surroundings surroundings) {
    var conda = definition.effectiveConda();
    var section = conda.flatMap(Conda::section);
    URI home = conda.flatMap(Belongings::target).orElseGet(() -> definition.source().uri());
    return new Belongings(
        conda
            .filter(Conda.Linked.class::isInstance)
            .map(Conda.Linked.class::cast)
            .flatMap(
                linked ->
                    linked.source().map(source -> new Text(source.uri(), source.yaml().text()))),
        section.map(found -> requirements(found, home)).orElse(List.of()),
        definition.context().flatMap(context -> folder(context, surroundings)));
  }

  private static Optional<URI> target(Conda conda) {
    return conda instanceof Conda.Linked linked ? linked.target() : Optional.empty();
  }

  private static List<Text> requirements(CondaSection conda, URI home) {
    List<Text> found = new ArrayList<>();
    for (RequirementsLink include : conda.includes()) {
      if (isRelative(include.path().text())) {
        for (RequirementsSource source : include.sources()) {
          if (shareAFolder(home, source.uri())) {
            found.add(new Text(source.uri(), source.text()));
          }
        }
      }
    }
    return found;
  }

  private static boolean isRelative(String path) {
    return !path.startsWith("/") && !path.startsWith("file:") && path.indexOf(':') != 1;
  }

  private static boolean shareAFolder(URI one, URI other) {
    return CommonFolder.of(List.of(one, other))
        .filter(folder -> folder.getPath().indexOf('/', 1) > 0)
        .isPresent();
  }

  private static Optional<ContextFolder> folder(BuildContext context, Surroundings surroundings) {
    if (!(context.location() instanceof ContextLocation.Folder folder)
        || !(surroundings.context(folder.uri()) instanceof ContextState.Files files)) {
      return Optional.empty();
    }
    return context
        .dockerfile()
        .filter(link -> link.state() instanceof FileState.Text)
        .map(
            link ->
                new ContextFolder(
                    folder.uri(),
                    files.entries(),
                    Paths.relative(folder.uri(), link.target()),
                    ((FileState.Text) link.state()).text()));
  }
}
