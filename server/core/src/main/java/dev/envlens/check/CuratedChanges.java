package dev.envlens.check;

import dev.envlens.curated.CuratedBaseline;
import dev.envlens.curated.CuratedSources.OtherFile;
import dev.envlens.curated.CuratedSources.PackageFile;
import dev.envlens.curated.Origin;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares a definition with the curated environment that it was made from, by what is known of
 * that: a part that its sources leave open never differs. Used once.
 */
final class CuratedChanges {

  private final Definition definition;
  private final CuratedBaseline baseline;
  private final List<CuratedChange> changes = new ArrayList<>();

  private CuratedChanges(Definition definition, CuratedBaseline baseline) {
    this.definition = definition;
    this.baseline = baseline;
  }

  /**
   * The differences; none where the definition has its hash still, or has none, or what it was made
   * from isn't known.
   */
  static List<CuratedChange> of(Definition definition, Facts facts) {
    var written = Origin.of(definition);
    if (written.isEmpty()
        || !(Hashing.of(definition, definition.written().surroundings())
            instanceof Hashing.Known known)
        || known.hash().hex().equals(written.get().origin().hash())) {
      return List.of();
    }
    return CuratedBaseline.of(written.get().origin(), facts.curated().get())
        .map(baseline -> new CuratedChanges(definition, baseline).compare())
        .orElse(List.of());
  }

  /** Whether {@code changes} are of order alone. */
  static boolean areOfOrder(List<CuratedChange> changes) {
    return !changes.isEmpty() && changes.stream().allMatch(CuratedChange::orderOnly);
  }

  private List<CuratedChange> compare() {
    if (!definition.os().equalsIgnoreCase("linux")) {
      String key = definition.node().has("os_type") ? "os_type" : "docker";
      definition.entry(key).ifPresent(os -> add(definition.place(os.range()), "runs on Windows"));
    }
    definition
        .parts()
        .conda()
        .map(Conda::entry)
        .ifPresent(conda -> add(definition.place(conda.key().range()), "adds a conda definition"));
    var context = definition.context();
    if (context.isEmpty()) {
      startsElsewhere();
    } else if (context.get().location() instanceof ContextLocation.Folder folder) {
      dockerfile();
      packages(folder.uri());
      otherFiles(context.get(), folder.uri());
    } else {
      add(contextPlace(context.get()), "is built from a context that is elsewhere");
    }
    return changes;
  }

  private void add(Place place, String what) {
    changes.add(new CuratedChange(place, what));
  }

  private void startsElsewhere() {
    var place =
        definition
            .image()
            .map(image -> definition.place(image.contentRange()))
            .orElseGet(() -> definition.place(definition.anchor()));
    add(place, "has an image instead of the build context");
  }

  private Place contextPlace(BuildContext context) {
    return definition.place(
        context.path().map(path -> path.contentRange()).orElse(context.entry().key().range()));
  }

  private void dockerfile() {
    definition
        .dockerfile()
        .ifPresent(
            source -> {
              var steps = new CuratedSteps(source, baseline.sources());
              var found = steps.changes(CuratedRestore.dockerfile(definition, baseline));
              changes.addAll(found);
            });
  }

  private void packages(URI folder) {
    for (var file : baseline.sources().packages()) {
      var uri = Paths.within(folder, file.path());
      if (uri.isPresent()
          && definition.written().surroundings().file(uri.get()) instanceof FileState.Text text) {
        changes.addAll(compare(file, uri.get(), text.text()));
      }
    }
  }

  private static List<CuratedChange> compare(PackageFile file, URI uri, String text) {
    return file.isConda()
        ? CuratedPackages.ofConda(file, uri, text)
        : CuratedPackages.ofRequirements(file, uri, text);
  }

  private void otherFiles(BuildContext context, URI folder) {
    if (!(definition.written().surroundings().context(folder)
        instanceof ContextState.Files files)) {
      return;
    }
    String dockerfile =
        context.dockerfile().map(link -> Paths.relative(folder, link.target())).orElse("");
    var present = new TreeMap<String, ContextEntry>();
    files.entries().stream()
        .filter(entry -> !entry.path().equals(dockerfile))
        .forEach(entry -> present.put(entry.path(), entry));
    var place = contextPlace(context);
    for (var expected : baseline.sources().packages()) {
      if (present.remove(expected.path()) == null) {
        add(place, "lacks the file '%s'".formatted(expected.path()));
      }
    }
    for (var expected : baseline.sources().files()) {
      var entry = Optional.ofNullable(present.remove(expected.path()));
      if (entry.isEmpty()) {
        add(place, "lacks the file '%s'".formatted(expected.path()));
      } else if (differs(expected, entry.get())) {
        add(place, "has another file '%s'".formatted(expected.path()));
      }
    }
    present.keySet().forEach(path -> add(place, "has the file '%s' besides".formatted(path)));
  }

  private static boolean differs(OtherFile expected, ContextEntry entry) {
    return expected.digest().isPresent()
        && !(entry instanceof ContextEntry.File file
            && file.sha256().equals(expected.digest().get()));
  }
}
