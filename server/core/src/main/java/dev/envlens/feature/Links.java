package dev.envlens.feature;

import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.RequirementLine;
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
import dev.envlens.link.Paths;
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

  private static Stream<Link> dockerfile(BuildContext context) {
    var written = context.dockerfilePath().or(context::path).stream();
    return written.flatMap(
        path ->
            context.dockerfile().stream()
                .flatMap(
                    file ->
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
        .filter(RequirementLine.IncludeRequirements.class::isInstance)
        .map(RequirementLine.IncludeRequirements.class::cast)
        .flatMap(
            include ->
                link(
                    requirement.text().rangeOf(include.path().range()),
                    Paths.resolve(holder.uri(), include.path().text()),
                    "Open requirements file"));
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
