package dev.envlens.feature;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a document's paths lead to. Only those that are there. */
public final class Links {

  private Links() {}

  public static List<Link> of(Contents contents) {
    return Stream.of(
            contents.definitions().stream().flatMap(Links::definition),
            contents.condaFiles().stream().flatMap(Links::conda),
            contents.uses().stream()
                .filter(Reference.class::isInstance)
                .flatMap(use -> reference((Reference) use)))
        .flatMap(links -> links)
        .toList();
  }

  private static Stream<Link> definition(Definition definition) {
    var conda = definition.parts().conda();
    return Stream.of(
            conda
                .filter(Conda.Linked.class::isInstance)
                .map(Conda.Linked.class::cast)
                .filter(linked -> linked.state() instanceof FileState.Text)
                .flatMap(
                    linked ->
                        linked
                            .target()
                            .map(
                                target ->
                                    new Link(
                                        linked.path().contentRange(), target, "Open conda file")))
                .stream(),
            conda.filter(Conda.Inline.class::isInstance).flatMap(Conda::section).stream()
                .flatMap(Links::conda),
            dockerfile(definition).stream())
        .flatMap(links -> links);
  }

  private static Optional<Link> dockerfile(Definition definition) {
    return definition
        .context()
        .flatMap(
            context ->
                context
                    .dockerfile()
                    .filter(link -> link.state() instanceof FileState.Text)
                    .flatMap(
                        link ->
                            context
                                .dockerfilePath()
                                .or(context::path)
                                .map(Scalar::contentRange)
                                .map(range -> new Link(range, link.target(), "Open Dockerfile"))));
  }

  private static Stream<Link> conda(CondaSection section) {
    CondaFile file = section.file();
    return file.requirements().flatMap(requirement -> requirement(section, requirement));
  }

  private static Stream<Link> requirement(CondaSection section, PipRequirement requirement) {
    if (requirement.line() instanceof Parsed.Ok<RequirementLine> ok
        && ok.value() instanceof RequirementLine.IncludeRequirements include) {
      return Paths.resolve(section.source().uri(), include.path().text()).stream()
          .map(
              target ->
                  new Link(requirement.text().contentRange(), target, "Open requirements file"));
    }
    return Stream.empty();
  }

  private static Stream<Link> reference(Reference reference) {
    return reference.target() instanceof ReferenceTarget.InFile inFile
        ? inFile.file().stream()
            .map(target -> new Link(reference.text().contentRange(), target, "Open environment"))
        : Stream.empty();
  }
}
