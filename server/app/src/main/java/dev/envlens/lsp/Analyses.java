package dev.envlens.lsp;

import dev.envlens.check.Checks;
import dev.envlens.definition.Contents;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Keeps an {@link Analysis} of every open document right. */
final class Analyses {

  private final Documents documents;
  private final Surroundings surroundings;
  private final BiFunction<URI, Asking, Terms> terms;
  private final Consumer<Analysis> finished;
  private final Consumer<URI> gone;
  private final Map<URI, Analysis> newest = new ConcurrentHashMap<>();
  private final Set<URI> guests = ConcurrentHashMap.newKeySet();
  private final Map<URI, Asking> asking = new ConcurrentHashMap<>();
  private final RememberedDependencies dependencies = new RememberedDependencies();
  private final Pages pages = new Pages(this::all);
  private final NewestWins<URI> work;

  /**
   * @param terms what a document is held against, by its URI and its surroundings
   * @param finished told of each analysis that wasn't overtaken, from a worker; that of a guest too
   * @param gone told of each document that was closed, from a worker
   */
  Analyses(
      Documents documents,
      Surroundings surroundings,
      BiFunction<URI, Asking, Terms> terms,
      Executor computing,
      Consumer<Analysis> finished,
      Consumer<URI> gone) {
    this.documents = documents;
    this.surroundings = surroundings;
    this.terms = terms;
    this.finished = finished;
    this.gone = gone;
    this.work = new NewestWins<>(computing, this::analyze);
  }

  /** The document at {@code uri} is new or changed; so may be all that look at it. */
  void changed(URI uri) {
    if (documents.get(uri).isPresent()) {
      work.submit(uri);
    }
    surroundingsChanged(uri);
  }

  /** What stands at {@code uri} is no longer what it was. */
  void surroundingsChanged(URI uri) {
    asking.forEach(
        (document, asked) -> {
          if (asked.includes(uri)) {
            work.submit(document);
          }
        });
  }

  /** What is known beyond the files has changed for {@code uri}. */
  void factsChanged(URI uri) {
    if (documents.get(uri).isPresent() || guests.contains(uri)) {
      work.submit(uri);
    }
  }

  /** What the newest analyses wanted to know from outside, by their documents; guests' too. */
  Map<URI, Inquiry> inquiries() {
    Map<URI, Inquiry> all = new HashMap<>();
    asking.forEach((uri, asked) -> all.put(uri, asked.inquiry()));
    return all;
  }

  /** Everything may have changed, as after new settings. */
  void allChanged() {
    documents.all().forEach(document -> work.submit(document.uri()));
  }

  /** The document at {@code uri} was closed; a worker says so when it gets there. */
  void closed(URI uri) {
    work.submit(uri);
    surroundingsChanged(uri);
  }

  /** Whether an analysis asked for {@code uri}. */
  boolean asks(URI uri) {
    return asking.values().stream().anyMatch(asked -> asked.includes(uri));
  }

  /** The analysis of the newest text at {@code uri}, made now where there is none yet. */
  Optional<Analysis> current(URI uri) {
    return documents
        .get(uri)
        .map(
            document -> {
              var known = newest.get(uri);
              return known != null && known.asking().isCurrent()
                  ? known
                  : analysis(document, new Asking(surroundings, documents, document));
            });
  }

  /** What {@code analysis} would be if its document read {@code text}, and all else as it was. */
  Analysis with(Analysis analysis, String text) {
    var document = analysis.document();
    return analysis(
        new OpenDocument(document.uri(), document.version(), document.languageId(), text),
        analysis.asking());
  }

  /** The newest analysis that was made of the document at {@code uri}. */
  Optional<Analysis> newest(URI uri) {
    return Optional.ofNullable(newest.get(uri));
  }

  /** The newest analyses, of all open documents that have one. */
  List<Analysis> all() {
    return List.copyOf(newest.values());
  }

  Pages pages() {
    return pages;
  }

  NewestWins<URI> work() {
    return work;
  }

  /**
   * Analyses these files too, though they aren't open: they say something of files that are. Any
   * others that aren't open are no longer analysed.
   */
  void invite(Set<URI> files) {
    for (var guest : List.copyOf(guests)) {
      if (!files.contains(guest)) {
        guests.remove(guest);
        work.submit(guest);
      }
    }
    files.stream().filter(guests::add).forEach(work::submit);
  }

  private void analyze(URI uri) {
    var document = documents.get(uri);
    if (document.isEmpty()) {
      if (guests.contains(uri)) {
        analyzeGuest(uri);
      } else {
        forget(uri);
      }
      return;
    }
    var asked = new Asking(surroundings, documents, document.get());
    asking.put(uri, asked);
    var analysis = analysis(document.get(), asked);
    newest.put(uri, analysis);
    if (documents.get(uri).isEmpty()) {
      forget(uri);
      return;
    }
    // Before anybody hears of it: what isn't asked for by then is forgotten, and read again.
    pages.of(analysis).ifPresent(page -> LookedAt.from(page, asked));
    finished.accept(analysis);
  }

  private void analyzeGuest(URI uri) {
    newest.remove(uri);
    var asked = new Asking(surroundings, documents);
    asking.put(uri, asked);
    if (asked.file(uri) instanceof FileState.Text text) {
      finished.accept(analysis(new OpenDocument(uri, 0, "", text.text()), asked));
    } else {
      gone.accept(uri);
    }
  }

  private void forget(URI uri) {
    newest.remove(uri);
    asking.remove(uri);
    gone.accept(uri);
  }

  private Analysis analysis(OpenDocument document, Asking asked) {
    var now = terms.apply(document.uri(), asked);
    var severities = now.settings().severities();
    int maxFileSize = now.settings().maxFileSize();
    if (isDockerfile(document) && document.text().length() <= maxFileSize) {
      var dockerfile =
          new DockerfileSource(document.uri(), document.text(), Dockerfile.parse(document.text()));
      return new Analysis(
          document,
          Optional.empty(),
          Optional.of(dockerfile),
          Optional.empty(),
          Checks.of(dockerfile, severities, now.facts()),
          asked);
    }
    if (RequirementsSource.isOne(document.uri(), document.languageId())
        && document.text().length() <= maxFileSize) {
      return new Analysis(
          document,
          Optional.empty(),
          Optional.empty(),
          Optional.of(RequirementsSource.of(document.uri(), document.text())),
          List.of(),
          asked);
    }
    var yaml = Yaml.parse(document.text(), maxFileSize);
    var contents = Contents.of(new Source(document.uri(), yaml), asked, dependencies);
    return new Analysis(
        document,
        Optional.of(contents),
        Optional.empty(),
        Optional.empty(),
        now.with(Checks.of(contents, severities, now.facts(), dependencies)),
        asked);
  }

  private static boolean isDockerfile(OpenDocument document) {
    String name = Paths.name(document.uri()).toLowerCase(Locale.ROOT);
    return document.languageId().equals("dockerfile")
        || name.equals("dockerfile")
        || name.endsWith(".dockerfile")
        || (name.startsWith("dockerfile.") && !name.endsWith("ignore"));
  }
}
