package dev.envlens.index;

import dev.envlens.definition.Form;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.feature.KnownFiles;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the index knows of the other files. What a file alone says of itself isn't told to it: that
 * may be half a word that is being typed.
 */
public final class IndexedFiles implements KnownFiles {

  private final WorkspaceIndex index;
  private final URI own;

  /**
   * @param own the file for which it is asked
   */
  public IndexedFiles(WorkspaceIndex index, URI own) {
    this.index = index;
    this.own = own;
  }

  @Override
  public List<Known> environments(Predicate<String> wanted, int most) {
    return Stream.concat(
            index.definitions(wanted, own, most).stream().flatMap(IndexedFiles::known),
            index.references(wanted, own, most).stream().flatMap(IndexedFiles::known))
        .toList();
  }

  private static Stream<Known> known(DefinedEnvironment defined) {
    String about = "defined in " + Paths.name(defined.file());
    return defined
        .name()
        .map(name -> new Known(Optional.empty(), name, defined.version(), about))
        .stream();
  }

  private static Stream<Known> known(NamedEnvironment used) {
    String about = "used in " + Paths.name(used.site().file());
    return used.target() instanceof ReferenceTarget.Named named
            && isName(named.name())
            && named.version().map(IndexedFiles::isName).orElse(true)
        ? Stream.of(new Known(named.registry(), named.name(), named.version(), about))
        : Stream.empty();
  }

  private static boolean isName(String text) {
    return !text.isBlank() && !Placeholders.in(text);
  }

  @Override
  public Optional<Held> held(URI file) {
    return index.of(file).map(IndexedFiles::held);
  }

  private static Held held(FileSummary summary) {
    boolean environment =
        summary.definitions().stream().anyMatch(defined -> defined.form() == Form.FILE);
    boolean user = !summary.definitions().isEmpty() || !summary.named().isEmpty();
    return environment ? Held.ENVIRONMENT : user ? Held.OTHER : Held.CONDA;
  }
}
