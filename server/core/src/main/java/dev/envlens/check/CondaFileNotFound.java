package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code conda-file-not-found}: the file that conda_file names isn't there, or can't be read. */
final class CondaFileNotFound implements Rule {

  @Override
  public String code() {
    return "conda-file-not-found";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "The conda file isn't there.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.parts().conda().stream()
        .filter(Conda.Linked.class::isInstance)
        .map(Conda.Linked.class::cast)
        .flatMap(
            linked ->
                isRemote(linked.path().text())
                    ? Stream.of(remote(definition, linked))
                    : linked.target().stream()
                        .flatMap(uri -> lost(definition, linked, uri, text(definition, facts))));
  }

  private static boolean isRemote(String path) {
    return path.contains("://")
        && !path.regionMatches(true, 0, "file:", 0, 5)
        && !Placeholders.in(path);
  }

  private Finding remote(Definition definition, Conda.Linked linked) {
    return finding(
        definition.place(linked.path().contentRange()),
        "'%s' is a URL, and the conda file has to be a file beside this one. Download it, and name that file."
            .formatted(linked.path().text()));
  }

  /** What to begin with: for an environment that serves a model, with what that needs. */
  private static String text(Definition definition, Facts facts) {
    return MissingInferencePackage.reason(definition, facts).isPresent()
        ? Skeletons.servingCondaFile()
        : Skeletons.condaFile();
  }

  private Stream<Finding> lost(
      Definition definition, Conda.Linked linked, URI target, String text) {
    var source = definition.source();
    return Paths.folder(source.uri()).stream()
        .map(
            base ->
                new LostFile(
                    "conda file",
                    false,
                    source.uri(),
                    target,
                    linked.state(),
                    base,
                    linked.path().text()))
        .flatMap(
            lost ->
                lost
                    .finding(
                        this,
                        source.place(linked.path().contentRange()),
                        path ->
                            List.of(
                                Fix.edit(
                                    LostFile.useTitle(path),
                                    source.uri(),
                                    new YamlEdits(source.yaml()).replace(linked.path(), path))),
                        Optional.of(lost.create(target, text)))
                    .stream());
  }
}
