package dev.envlens.lsp;

import dev.envlens.check.Change;
import dev.envlens.check.Fix;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.Contents;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.index.Moves;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationPatternKind;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Keeps paths right when files and folders are about to get other names or places. */
final class FileRenameRequests {

  /** What a path in a definition may lead to; a folder may be a build context, or hold anything. */
  private static final List<String> FILES =
      List.of(
          "**/*.{yml,yaml,json}", "**/*requirements*", "**/*constraints*", "**/*{D,d}ockerfile*");

  private final Session session;

  FileRenameRequests(Session session) {
    this.session = session;
  }

  /** Of which renames the server wants to hear, among those that {@code client} tells of. */
  static Optional<FileOperationsServerCapabilities> capabilities(ClientFeatures client) {
    if (!client.asksBeforeRenames() && !client.tellsOfRenames()) {
      return Optional.empty();
    }
    var filters =
        Stream.concat(
                FILES.stream().map(glob -> pattern(glob, FileOperationPatternKind.File)),
                Stream.of(pattern("**/*", FileOperationPatternKind.Folder)))
            .map(pattern -> new FileOperationFilter(pattern, "file"))
            .toList();
    var operations = new FileOperationsServerCapabilities();
    if (client.asksBeforeRenames()) {
      operations.setWillRename(new FileOperationOptions(filters));
    }
    if (client.tellsOfRenames()) {
      operations.setDidRename(new FileOperationOptions(filters));
    }
    return Optional.of(operations);
  }

  private static FileOperationPattern pattern(String glob, String kind) {
    var pattern = new FileOperationPattern(glob);
    pattern.setMatches(kind);
    return pattern;
  }

  /**
   * The edits to make before anything is renamed; null where there are none. Waits, without holding
   * up anything else, until every file of the workspace was looked at.
   */
  CompletableFuture<WorkspaceEdit> willRename(RenameFilesParams params) {
    if (session.isQuiet()) {
      return CompletableFuture.completedFuture(null);
    }
    var moves = new Moves(places(params));
    return session
        .index()
        .complete()
        .thenApplyAsync(complete -> edit(moves), session.workers().reading());
  }

  /** Not every client watches files. */
  void didRename(RenameFilesParams params) {
    session.touched(
        places(params).entrySet().stream()
            .flatMap(move -> Stream.of(move.getKey(), move.getValue()))
            .toList());
  }

  private Map<URI, URI> places(RenameFilesParams params) {
    Map<URI, URI> places = new HashMap<>();
    for (FileRename move : params.getFiles()) {
      var from = Paths.within(session.uris().fromClient(move.getOldUri()), "");
      var to = Paths.within(session.uris().fromClient(move.getNewUri()), "");
      if (from.isPresent() && to.isPresent()) {
        places.put(from.get(), to.get());
      }
    }
    return places;
  }

  private WorkspaceEdit edit(Moves moves) {
    Map<URI, ToLsp.Target> targets = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (URI file : moves.files(session.index().index())) {
      var edits = edits(moves, file, targets);
      edits.forEach(edit -> changes.add(new Change.Edit(file, edit)));
    }
    return changes.isEmpty()
        ? null
        : ToLsp.edit(
                new Fix("Keep paths right", changes, false),
                session.client(),
                session.uris(),
                file -> Optional.ofNullable(targets.get(file)))
            .orElse(null);
  }

  private List<TextEdit> edits(Moves moves, URI file, Map<URI, ToLsp.Target> targets) {
    var open = session.documents().get(file);
    var text = open.map(OpenDocument::text).or(() -> onDisk(file));
    if (text.isEmpty()) {
      return List.of();
    }
    var version = open.map(OpenDocument::version);
    targets.put(file, new ToLsp.Target(LineIndex.of(text.get()), version));
    if (RequirementsSource.isOne(file, open.map(OpenDocument::languageId).orElse(""))) {
      return moves.edits(file, RequirementsFile.parse(text.get()));
    }
    if (!isYaml(file) && open.isEmpty()) {
      return List.of();
    }
    var source = new Source(file, Yaml.parse(text.get()));
    return moves.edits(Contents.of(source, new ByItself()));
  }

  private static Optional<String> onDisk(URI file) {
    return FileUris.toPath(file)
        .map(path -> TextFiles.read(path, IndexReads.MOST_BYTES))
        .filter(FileState.Text.class::isInstance)
        .map(state -> ((FileState.Text) state).text());
  }

  private static boolean isYaml(URI file) {
    String name = Paths.name(file).toLowerCase(Locale.ROOT);
    return Stream.of(".yml", ".yaml", ".json").anyMatch(name::endsWith);
  }
}
