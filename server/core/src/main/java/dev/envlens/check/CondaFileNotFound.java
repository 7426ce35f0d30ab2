package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.link.Paths;
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
  public Stream<Finding> definition(Definition definition) {
    return definition.parts().conda().stream()
        .filter(Conda.Linked.class::isInstance)
        .map(Conda.Linked.class::cast)
        .flatMap(linked -> linked.target().stream().flatMap(uri -> lost(definition, linked, uri)));
  }

  private Stream<Finding> lost(Definition definition, Conda.Linked linked, URI target) {
    var source = definition.source();
    return Paths.folder(source.uri()).stream()
        .map(
            base ->
                new LostFile(
                    "conda file",
                    false,
                    source,
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
                        Optional.of(lost.create(target, Skeletons.condaFile())))
                    .stream());
  }
}
