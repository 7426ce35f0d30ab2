package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document below {@code file:///project} in which {@code <caret>} marks where the pointer is. Its
 * name says what it is: {@code Dockerfile}, {@code requirements.txt}, else YAML.
 */
record Pointed(String path, String text, int offset, MemoryFiles files) {

  private static final String CARET = "<caret>";

  static Pointed in(String path, String marked) {
    int offset = marked.indexOf(CARET);
    String text = marked.replace(CARET, "");
    return new Pointed(path, text, offset, new MemoryFiles().with(path, text));
  }

  Pointed with(String other, String content) {
    files.with(other, content);
    return this;
  }

  URI uri() {
    return MemoryFiles.uri(path);
  }

  Page page() {
    if (path.endsWith("Dockerfile")) {
      return new Page.Docker(
          new DockerfileSource(uri(), text, Dockerfile.parse(text)), Paths.folder(uri()));
    }
    return path.endsWith(".txt")
        ? new Page.Requirements(RequirementsSource.of(uri(), text))
        : new Page.Yaml(Contents.of(new Source(uri(), Yaml.parse(text)), files));
  }

  private int pointer() {
    assertTrue(offset >= 0, "no caret in " + text);
    return offset;
  }

  Optional<Hover> hover(KnownEnvironments known) {
    return Hovers.at(
        page(), pointer(), files, new Workspace(known, Neighbours.NONE), new Hover.Options(true));
  }

  /** The hover's text; empty where nothing is shown. */
  String shown() {
    return hover(KnownEnvironments.none()).map(Hover::markdown).orElse("");
  }

  List<TextRange> selections() {
    return Selections.at(page(), pointer());
  }

  /** The targets as {@code origin -> file:text}, the text that stands there, if any. */
  List<String> definitions(KnownEnvironments known) {
    return Definitions.at(page(), pointer(), files, known).stream()
        .map(target -> target.origin().of(text) + " -> " + words(target.place()))
        .toList();
  }

  private String words(Place place) {
    String file = Paths.relative(MemoryFiles.ROOT, place.file());
    return place.file().equals(uri()) ? file + ":" + place.range().of(text) : file;
  }

  /** The document with each hint in brackets where it is shown. */
  String hinted(KnownEnvironments known) {
    var result = new StringBuilder(text);
    Hints.of(page(), files, new Workspace(known, Neighbours.NONE), LockParser.direct()).stream()
        .sorted((one, other) -> Integer.compare(other.offset(), one.offset()))
        .forEach(hint -> result.insert(hint.offset(), "[" + hint.label() + "]"));
    return result.toString();
  }

  /** The folds as {@code first-last} lines from 1, {@code #} behind comments. */
  String folds() {
    return Folds.of(page()).stream()
        .map(
            fold ->
                "%d-%d%s".formatted(fold.start() + 1, fold.end() + 1, fold.comment() ? "#" : ""))
        .collect(Collectors.joining(" "));
  }

  /** The lenses as {@code «subject» title}. */
  List<String> lenses(Neighbours neighbours) {
    return lenses(new Workspace(KnownEnvironments.none(), neighbours), Set.of());
  }

  /** The same, where a click does something with what it does. */
  List<String> lenses(Workspace workspace, Set<Lens.Deed> offered) {
    return Stream.of(page())
        .map(Page.Yaml.class::cast)
        .flatMap(yaml -> Lenses.of(yaml.contents(), files, workspace, offered).stream())
        .map(
            lens ->
                "«%s» %s%s"
                    .formatted(
                        lens.range().of(text),
                        lens.title(),
                        lens.act().map(act -> " -> " + act.deed() + act.pointer()).orElse("")))
        .toList();
  }
}
