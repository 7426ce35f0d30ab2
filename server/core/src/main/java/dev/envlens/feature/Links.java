package dev.envlens.feature;

import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.definition.Source;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a document's paths lead to. Only those that are there. */
public final class Links {

  private final Contents contents;
  private final Surroundings surroundings;

  private Links(Contents contents, Surroundings surroundings) {
    this.contents = contents;
    this.surroundings = surroundings;
  }

  /**
   * The links to the files that {@code contents} were read with, and to requirements files and
   * environments that {@code surroundings} hold; in no certain order, each once.
   */
  public static List<Link> of(Contents contents, Surroundings surroundings) {
    return new Links(contents, surroundings).all().distinct().toList();
  }

  /** The same of any document. */
  public static List<Link> of(Page page, Surroundings surroundings) {
    if (page instanceof Page.Yaml yaml) {
      return of(yaml.contents(), surroundings);
    }
    var links =
        page instanceof Page.Docker docker
            ? DockerfileLinks.of(docker)
            : RequirementsLinks.of((Page.Requirements) page);
    return links.stream()
        .filter(link -> surroundings.file(link.target()) instanceof FileState.Text)
        .distinct()
        .toList();
  }

  private boolean isThere(Link link) {
    return surroundings.file(link.target()) instanceof FileState.Text;
  }

  private Stream<Link> all() {
    return Stream.concat(
        contents.uses().stream().flatMap(this::use),
        contents.condaFiles().stream().flatMap(this::requirements));
  }

  private Stream<Link> use(EnvironmentUse use) {
    return use instanceof Definition definition
        ? Stream.concat(
            definition.parts().conda().stream().flatMap(this::conda),
            definition.context().stream().flatMap(Links::dockerfile))
        : reference((Reference) use);
  }

  private Stream<Link> conda(Conda conda) {
    return conda instanceof Conda.Linked linked
        ? link(linked.path().contentRange(), linked.target(), linked.state(), "Open conda file")
        : conda.section().stream().flatMap(this::requirements);
  }

  /** Both the context's path and the Dockerfile's lead there: in a folder is nothing to open. */
  private static Stream<Link> dockerfile(BuildContext context) {
    return context.dockerfile().stream()
        .flatMap(
            file ->
                Stream.of(context.path(), context.dockerfilePath())
                    .flatMap(Optional::stream)
                    .flatMap(
                        path ->
                            link(
                                path.contentRange(),
                                Optional.of(file.target()),
                                file.state(),
                                "Open Dockerfile")));
  }

  private Stream<Link> requirements(CondaSection section) {
    return section.file().requirements().flatMap(line -> requirements(section.source(), line));
  }

  private Stream<Link> requirements(Source holder, PipRequirement requirement) {
    return requirement.line().ok().stream()
        .flatMap(
            line -> RequirementsLinks.of(holder.uri(), line, requirement.text()::rangeOf).stream())
        .filter(this::isThere);
  }

  private Stream<Link> reference(Reference reference) {
    return reference.target() instanceof ReferenceTarget.InFile inFile
        ? link(reference.text().contentRange(), inFile.file(), "Open environment")
        : Stream.empty();
  }

  private Stream<Link> link(TextRange range, Optional<URI> target, String tooltip) {
    return target.stream().flatMap(file -> link(range, target, surroundings.file(file), tooltip));
  }

  private static Stream<Link> link(
      TextRange range, Optional<URI> target, FileState state, String tooltip) {
    return state instanceof FileState.Text
        ? target.stream().map(file -> new Link(range, file, tooltip))
        : Stream.empty();
  }
}
