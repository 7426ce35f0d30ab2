package dev.envlens.lsp;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Contents;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.feature.Page;
import dev.envlens.link.Paths;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What features are asked about: an analysed document with what other documents say of it. */
final class Pages {

  private final Supplier<List<Analysis>> analyses;

  /**
   * @param analyses those of all open documents
   */
  Pages(Supplier<List<Analysis>> analyses) {
    this.analyses = analyses;
  }

  Optional<Page> of(Analysis analysis) {
    return Stream.of(
            analysis.contents().<Page>map(Page.Yaml::new),
            analysis.requirements().<Page>map(Page.Requirements::new),
            analysis.dockerfile().<Page>map(this::docker))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * An open environment says in which folder the Dockerfile is built; without one, it is taken to
   * be its own.
   */
  private Page docker(DockerfileSource source) {
    return new Page.Docker(source, context(source.uri()).or(() -> Paths.folder(source.uri())));
  }

  private Optional<URI> context(URI dockerfile) {
    return analyses.get().stream()
        .flatMap(analysis -> analysis.contents().stream())
        .map(Contents::definitions)
        .flatMap(Collection::stream)
        .flatMap(definition -> definition.context().stream())
        .filter(context -> leadsTo(context, dockerfile))
        .map(BuildContext::location)
        .filter(ContextLocation.Folder.class::isInstance)
        .map(location -> ((ContextLocation.Folder) location).uri())
        .min(URI::compareTo);
  }

  private static boolean leadsTo(BuildContext context, URI dockerfile) {
    return context.dockerfile().filter(file -> file.target().equals(dockerfile)).isPresent();
  }
}
