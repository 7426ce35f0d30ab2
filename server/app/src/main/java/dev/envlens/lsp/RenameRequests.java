package dev.envlens.lsp;

import dev.envlens.check.Change;
import dev.envlens.check.Fix;
import dev.envlens.check.NewName;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.index.Renames;
import dev.envlens.index.WorkspaceIndex;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Gives an environment another name throughout the workspace. */
final class RenameRequests {

  private final Answers answers;

  RenameRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepare(
      PrepareRenameParams params) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          return analysis
              .contents()
              .flatMap(found -> Renames.at(found, Answers.offset(lines, params.getPosition())))
              .map(
                  name ->
                      Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                          new PrepareRenameResult(ToLsp.range(lines, name.range()), name.text())))
              .orElse(null);
        },
        null);
  }

  /** Waits, without holding up anything else, until every file of the workspace was looked at. */
  CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return answers
        .session()
        .index()
        .complete()
        .thenCompose(
            complete ->
                answers.of(
                    params.getTextDocument().getUri(), analysis -> edit(analysis, params), null));
  }

  private WorkspaceEdit edit(Analysis analysis, RenameParams params) {
    int offset = Answers.offset(Answers.lines(analysis), params.getPosition());
    var name =
        analysis
            .contents()
            .flatMap(contents -> Renames.at(contents, offset))
            .orElseThrow(
                () -> refused("Only the name of an environment can be changed everywhere."));
    new NewName(params.getNewName())
        .fault()
        .ifPresent(
            fault -> {
              throw refused(fault);
            });
    var session = answers.session();
    session.index().take(analysis);
    var index = session.index().asked();
    if (!name.text().equals(params.getNewName())) {
      refuseTaken(index, params.getNewName());
    }
    var files = new LinkedHashSet<URI>(index.filesNaming(name.text()));
    files.add(analysis.document().uri());
    return edit(files, name.text(), params.getNewName());
  }

  /** Of two environments that got one name no further rename would make two again. */
  private static void refuseTaken(WorkspaceIndex index, String name) {
    index.definitions(name).stream()
        .findFirst()
        .ifPresent(
            taken -> {
              throw refused(
                  "The environment in '%s' is called '%s' already. Choose another name."
                      .formatted(Paths.name(taken.file()), name));
            });
  }

  private WorkspaceEdit edit(Iterable<URI> files, String name, String newName) {
    Map<URI, ToLsp.Target> targets = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (URI file : files) {
      var version = answers.session().documents().get(file).map(OpenDocument::version);
      contents(file)
          .ifPresent(
              contents -> {
                var lines = contents.source().yaml().lines();
                targets.put(file, new ToLsp.Target(lines, version));
                Renames.edits(contents, name, newName)
                    .forEach(edit -> changes.add(new Change.Edit(file, edit)));
              });
    }
    var fix = new Fix("Rename to '%s'".formatted(newName), changes, false);
    return ToLsp.edit(
            fix,
            answers.session().client(),
            answers.session().uris(),
            file -> Optional.ofNullable(targets.get(file)))
        .orElseThrow(() -> refused("Your editor can't edit several files at once."));
  }

  /** The file as it is now: what the index knows of it may be older. */
  private Optional<Contents> contents(URI file) {
    var open = answers.session().analyses().current(file);
    if (open.isPresent()) {
      return open.get().contents();
    }
    return FileUris.toPath(file)
        .map(path -> TextFiles.read(path, IndexReads.MOST_BYTES))
        .filter(FileState.Text.class::isInstance)
        .map(state -> new Source(file, Yaml.parse(((FileState.Text) state).text())))
        .map(source -> Contents.of(source, new ByItself()));
  }

  /** Names stand in a file's own text: what it leads to doesn't matter. */
  private static final class ByItself implements Surroundings {
    @Override
    public FileState file(URI uri) {
      return new FileState.Pending();
    }

    @Override
    public ContextState context(URI uri) {
      return new ContextState.Pending();
    }
  }

  private static ResponseErrorException refused(String why) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, why, null));
  }
}
