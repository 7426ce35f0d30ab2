package dev.envlens.feature;

import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.schema.Format;
import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys that a mapping may have and doesn't yet, each with a value to begin with. */
final class KeyCompletions {

  /** What a person writes first. */
  private static final List<String> FIRST =
      List.of("name", "image", "build", "conda_file", "channels", "dependencies", "docker");

  /** A key, and those beside which it would be a fault. */
  private static final Map<String, Set<String>> NOT_BESIDE =
      Map.of(
          "image", Set.of("build"),
          "build", Set.of("image", "conda_file"),
          "conda_file", Set.of("build"),
          "datastore", Set.of("image"),
          "baseImage", Set.of("baseDockerfile", "buildContext"),
          "baseDockerfile", Set.of("baseImage", "buildContext"),
          "buildContext", Set.of("baseImage", "baseDockerfile"),
          "condaDependencies", Set.of("condaDependenciesFile"),
          "condaDependenciesFile", Set.of("condaDependencies"));

  private final Aim aim;
  private final Offer offer;
  private final KeySketches sketches;

  KeyCompletions(Aim aim, Offer offer, KeySketches sketches) {
    this.aim = aim;
    this.offer = offer;
    this.sketches = sketches;
  }

  void add() {
    var docs = new KeyDocs(aim.format()).keysAt(aim.place().path());
    docs.stream()
        .filter(KeyDoc::isForWriting)
        .filter(doc -> isWelcome(doc.name()))
        .sorted(Comparator.comparingInt(KeyCompletions::rank))
        .forEach(this::add);
  }

  private static int rank(KeyDoc doc) {
    int first = FIRST.indexOf(doc.name());
    if (doc.required()) {
      return -1;
    }
    return doc.name().startsWith("$") ? FIRST.size() + 1 : first < 0 ? FIRST.size() : first;
  }

  private boolean isWelcome(String key) {
    var present = aim.place().present();
    boolean nameless = aim.inline() && aim.format() == Format.ENVIRONMENT && atRoot();
    return !present.contains(key)
        && NOT_BESIDE.getOrDefault(key, Set.of()).stream().noneMatch(present::contains)
        && !(nameless && Set.of("name", "version", "$schema").contains(key));
  }

  private boolean atRoot() {
    return aim.place().path().isEmpty();
  }

  private void add(KeyDoc doc) {
    if (aim.place().writing().hasColon()) {
      add(doc, Template.of(Quoting.scalar(doc.name(), style())), doc.name(), "");
      return;
    }
    Stream.concat(Stream.of(sketches.of(aim, doc)), sketches.other(aim, doc).stream())
        .forEach(
            sketch ->
                add(
                    doc,
                    Sketch.entry(doc.name(), sketch, style()),
                    doc.name(),
                    detail(doc, sketch)));
  }

  private void add(KeyDoc doc, Template template, String label, String detail) {
    boolean comma = aim.place().writing().needsComma() && !aim.place().writing().hasColon();
    var documentation = KeyHover.of(doc, aim.place().token().content()).markdown();
    offer.template(
        new Shown(label, Kind.KEY, detail, documentation),
        comma ? template.then(",") : template,
        doc.name());
  }

  private Sketch.Style style() {
    return aim.place().writing().style();
  }

  private static String detail(KeyDoc doc, Sketch sketch) {
    if (doc.required()) {
      return "required";
    }
    return doc.name().equals("conda_file")
        ? sketch instanceof Sketch.Keys ? "written out here" : "in a file of its own"
        : "";
  }
}
