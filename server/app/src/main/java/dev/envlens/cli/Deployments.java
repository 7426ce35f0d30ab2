package dev.envlens.cli;

import dev.envlens.check.Served;
import dev.envlens.definition.Contents;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.definition.Source;
import dev.envlens.files.FileUris;
import dev.envlens.index.FileSummary;
import dev.envlens.index.IndexedServed;
import dev.envlens.index.NamedEnvironment;
import dev.envlens.index.WorkspaceIndex;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiPredicate;

/**
 * Which environments the online deployments among some files use: a first look at the files, of
 * which only those are parsed whose words say that they matter.
 */
final class Deployments {

  /** One of these stands in every online deployment. */
  private static final List<String> MARKS = List.of("endpoint_name", "nlineDeployment");

  private final ForkJoinPool pool;
  private final List<Path> files;
  private final FileTexts texts;
  private final WorkspaceIndex index = new WorkspaceIndex(Integer.MAX_VALUE);

  private Deployments(ForkJoinPool pool, List<Path> files, FileTexts texts) {
    this.pool = pool;
    this.files = files;
    this.texts = texts;
  }

  /** What {@code files}, which {@code pool} reads, say of each other. */
  static Served among(List<Path> files, ForkJoinPool pool, FileTexts texts) {
    var deployments = new Deployments(pool, files, texts);
    deployments.look();
    return new IndexedServed(deployments.index);
  }

  private void look() {
    put((file, text) -> MARKS.stream().anyMatch(text::contains));
    Set<String> names = new HashSet<>();
    Set<URI> targets = new HashSet<>();
    for (URI file : index.files()) {
      index.of(file).stream()
          .flatMap(summary -> summary.named().stream())
          .filter(NamedEnvironment::serves)
          .forEach(named -> add(named.target(), names, targets));
    }
    if (!names.isEmpty() || !targets.isEmpty()) {
      put((file, text) -> targets.contains(file) || hasAny(names, text));
    }
  }

  private static void add(ReferenceTarget target, Set<String> names, Set<URI> targets) {
    if (target instanceof ReferenceTarget.Named named && named.registry().isEmpty()) {
      names.add(named.name());
    } else if (target instanceof ReferenceTarget.InFile inFile) {
      inFile.file().ifPresent(targets::add);
    }
  }

  /**
   * Whether one of {@code names} stands in {@code text}: at most once through it for all of them.
   */
  private static boolean hasAny(Set<String> names, String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isOfName(text.charAt(i))) {
        if (i > start && names.contains(text.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  /** What a name consists of; one with anything else is refused by the service. */
  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }

  private void put(BiPredicate<URI, String> matters) {
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (Path file : files) {
      tasks.add(pool.submit(() -> put(file, matters)));
    }
    tasks.forEach(ForkJoinTask::join);
  }

  private void put(Path file, BiPredicate<URI, String> matters) {
    URI uri = FileUris.of(file);
    if (texts.read(file) instanceof FileState.Text text && matters.test(uri, text.text())) {
      var source = new Source(uri, texts.parse(text.text()));
      index.put(FileSummary.of(Contents.of(source, new ByItself()), new ByItself()));
    }
  }

  /** Names and paths stand in a file's own text: what they lead to doesn't matter. */
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
}
