package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.check.Checks;
import dev.envlens.check.Facts;
import dev.envlens.check.Severities;
import dev.envlens.check.Severity;
import dev.envlens.curated.Catalogue;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.index.FileSummary;
import dev.envlens.index.IndexedFiles;
import dev.envlens.index.IndexedPackages;
import dev.envlens.index.WorkspaceIndex;
import dev.envlens.link.Listing;
import dev.envlens.link.Listings;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Paths;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody at a file of {@code file:///project}, where {@code <caret>} stands. */
final class Typing {

  private static final String CARET = "<caret>";
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final String path;
  private final String text;
  private final int caret;
  private final Map<String, String> others = new LinkedHashMap<>();
  private boolean pending;

  private Typing(String path, String marked) {
    this.path = path;
    this.caret = marked.indexOf(CARET);
    this.text = marked.replace(CARET, "");
    assertTrue(caret >= 0, () -> "no caret in " + marked);
  }

  static Typing in(String path, String marked) {
    return new Typing(path, marked);
  }

  static Typing environment(String marked) {
    return in("environment.yml", marked);
  }

  static Typing conda(String marked) {
    return in("conda.yml", marked);
  }

  /** Another file of the workspace. */
  Typing with(String other, String content) {
    others.put(other, content);
    return this;
  }

  /** Nothing is known of the folders yet. */
  Typing beforeFoldersAreRead() {
    this.pending = true;
    return this;
  }

  Completions.Answer answer() {
    var answer = Completions.at(contents(path, text), caret, knowledge());
    for (var item : answer.items()) {
      assertTrue(item.range().touches(caret), () -> "the caret isn't in the range of " + item);
      assertTrue(
          item.range().of(text).lines().count() <= 1, () -> "more than a line: " + item.range());
    }
    return answer;
  }

  private Contents contents(String file, String content) {
    return Contents.of(new Source(MemoryFiles.uri(file), Yaml.parse(content)), files());
  }

  private MemoryFiles files() {
    var files = new MemoryFiles();
    others.forEach(files::with);
    return files;
  }

  private Knowledge knowledge() {
    var index = new WorkspaceIndex(100);
    var own = MemoryFiles.uri(path);
    index.put(FileSummary.of(contents(path, text), files()));
    others.entrySet().stream()
        .filter(other -> other.getKey().endsWith("ml"))
        .map(other -> contents(other.getKey(), other.getValue()))
        .forEach(contents -> index.put(FileSummary.of(contents, files())));
    return new Knowledge(
        files(),
        listings(),
        new IndexedPackages(index, own).and(PackageCatalogue.shipped()),
        new IndexedFiles(index, own),
        TODAY,
        Catalogue::none);
  }

  private Listings listings() {
    var files = new ArrayList<>(others.keySet());
    files.add(path);
    return folder -> pending ? new Listing.Pending() : listing(folder, files);
  }

  private static Listing listing(URI folder, List<String> files) {
    var names = new TreeMap<String, Listing.Named>();
    for (String file : files) {
      var uri = MemoryFiles.uri(file);
      if (Paths.isWithin(folder, uri)) {
        String[] parts = Paths.relative(folder, uri).split("/", -1);
        names.put(parts[0], new Listing.Named(parts[0], parts.length > 1));
      }
    }
    return names.isEmpty() ? new Listing.Missing() : new Listing.Names(List.copyOf(names.values()));
  }

  List<String> labels() {
    return answer().items().stream().map(Completion::label).toList();
  }

  Typing offers(String... labels) {
    assertEquals(Arrays.asList(labels), labels());
    return this;
  }

  Typing offersAmongOthers(String... labels) {
    var all = labels();
    assertTrue(all.containsAll(Arrays.asList(labels)), () -> "offered: " + all);
    return this;
  }

  Typing doesNotOffer(String... labels) {
    var all = labels();
    assertEquals(
        Set.of(),
        Arrays.stream(labels).filter(all::contains).collect(Collectors.toSet()),
        () -> "offered: " + all);
    return this;
  }

  Typing offersNothing() {
    return offers();
  }

  /** The first item so labelled, chosen, leads to this text. */
  Typing choosing(String label, String expected) {
    assertEquals(expected, chosen(item(label)));
    return this;
  }

  Completion item(String label) {
    return answer().items().stream()
        .filter(item -> item.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not offered: " + label + " in " + labels()));
  }

  String chosen(Completion item) {
    String typed = text.substring(item.range().start(), caret);
    assertTrue(
        item.filter().contains(typed.strip()) || !item.filter().startsWith(typed),
        () -> "'" + typed + "' would filter out " + item.filter());
    return TextEdit.apply(text, List.of(item.edit()));
  }

  /** The codes of what is an error in the file once {@code content} is what it holds. */
  Set<String> errors(String content) {
    return Checks.of(contents(path, content), Severities.defaults(), new Facts(TODAY)).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.code())
        .collect(Collectors.toSet());
  }
}
