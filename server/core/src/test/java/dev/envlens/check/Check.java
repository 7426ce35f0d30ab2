package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A check of a file written out in a test: the text with {@code «marks»} around what is to be
 * found, and the outcome. Files lie in {@code file:///project}.
 */
public final class Check {

  private final String main;
  private final Map<String, String> marked = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<Place> marks = new HashSet<>();
  private Severities severities = Severities.defaults();
  private Facts facts = new Facts(LocalDate.of(2026, 6, 1));

  private Check(String main) {
    this.main = main;
  }

  /** A file {@code environment.yml}. */
  public static Check environment(String marked) {
    return file("environment.yml", marked);
  }

  /** A file {@code conda.yml}. */
  public static Check conda(String marked) {
    return file("conda.yml", marked);
  }

  /** A file with another name; one called Dockerfile is checked as such. */
  public static Check file(String path, String marked) {
    return new Check(path).with(path, marked);
  }

  /** Another file beside it, which may be marked as well. */
  public Check with(String path, String marked) {
    var uri = MemoryFiles.uri(path);
    var text = new StringBuilder();
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '«') {
        open.push(text.length());
      } else if (c == '»') {
        marks.add(new Place(uri, new TextRange(open.pop(), text.length())));
      } else {
        text.append(c);
      }
    }
    assertTrue(open.isEmpty(), "a mark isn't closed in " + path);
    this.marked.put(path, marked);
    texts.put(path, text.toString());
    return this;
  }

  /** The same check of files whose lines end as Windows has it. */
  private Check inWindows() {
    var other = new Check(main).configured(severities).knowing(facts);
    marked.forEach((path, text) -> other.with(path, text.replace("\n", "\r\n")));
    return other;
  }

  /** What is known beyond the files; else it is June 2026. */
  public Check knowing(Facts other) {
    this.facts = other;
    return this;
  }

  public Check configured(Severities other) {
    this.severities = other;
    return this;
  }

  /**
   * Exactly the marked places have a finding with {@code code}; those with other codes are free.
   */
  public Found finds(String code) {
    assertTrue(Rules.of(code).isPresent(), "no rule has the code " + code);
    var findings = findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertEquals(
        describe(marks),
        describe(findings.stream().map(Finding::place).toList()),
        () -> "places of " + code + "; all findings: " + findings());
    assertTrue(!findings.isEmpty(), "nothing is marked; use ignores()");
    FixTrial.of(this);
    if (texts.values().stream().noneMatch(text -> text.contains("\r"))) {
      FixTrial.of(inWindows());
    }
    return new Found(findings);
  }

  /** No finding has this code. */
  public Check ignores(String code) {
    assertTrue(Rules.of(code).isPresent(), "no rule has the code " + code);
    assertEquals(
        List.of(), findings().stream().filter(finding -> finding.code().equals(code)).toList());
    return this;
  }

  /** There is nothing to say at all. */
  public Check findsNothing() {
    assertEquals(List.of(), findings());
    return this;
  }

  /** All findings, for what the methods here can't say. */
  public List<Finding> findings() {
    return findings(texts);
  }

  /** What is found when the files read so. */
  List<Finding> findings(Map<String, String> files) {
    var uri = MemoryFiles.uri(main);
    String text = files.get(main);
    if (main.endsWith("Dockerfile")) {
      return Checks.of(new DockerfileSource(uri, text, Dockerfile.parse(text)), severities, facts);
    }
    return Checks.of(contents(files), severities, facts);
  }

  private Contents contents(Map<String, String> files) {
    return Contents.of(
        new Source(MemoryFiles.uri(main), Yaml.parse(files.get(main))), surroundings(files));
  }

  private static MemoryFiles surroundings(Map<String, String> files) {
    var memory = new MemoryFiles();
    files.forEach(memory::with);
    return memory;
  }

  private Set<String> describe(Iterable<Place> places) {
    var result = new TreeSet<String>();
    for (var place : places) {
      String path = path(place.file());
      result.add(
          "%s %d..%d «%s»"
              .formatted(
                  path,
                  place.range().start(),
                  place.range().end(),
                  place.range().of(texts.get(path))));
    }
    return result;
  }

  /** The path of a file of the project. */
  static String path(URI uri) {
    return Paths.relative(MemoryFiles.ROOT, uri);
  }

  /** What was found; the methods speak of the first finding in the order of the text. */
  public final class Found {

    private final List<Finding> findings;

    private Found(List<Finding> findings) {
      this.findings = findings;
    }

    /** The message is exactly this. */
    public Found saying(String message) {
      assertEquals(message, findings.get(0).message());
      return this;
    }

    /** The message holds this. */
    public Found mentioning(String part) {
      String message = findings.get(0).message();
      assertTrue(message.contains(part), () -> "'" + part + "' isn't in: " + message);
      return this;
    }

    public Found as(Severity severity) {
      assertEquals(severity, findings.get(0).severity());
      return this;
    }

    /** The fixes have these titles. */
    public Found offering(String... titles) {
      assertEquals(List.of(titles), findings.get(0).fixes().stream().map(Fix::title).toList());
      return this;
    }

    /** There is no fix. */
    public Found unfixed() {
      assertEquals(List.of(), findings.get(0).fixes());
      return this;
    }

    /** The fix with this title makes the checked file read so. */
    public Found fixedBy(String title, String expected) {
      return fixedBy(title, main, expected);
    }

    /**
     * The fix with this title makes the file at {@code path} read so, whatever the line ends. What
     * is to be said of every fix, {@link FixTrial} has said already.
     */
    public Found fixedBy(String title, String path, String expected) {
      var fixed = apply(fix(title));
      assertEquals(expected, fixed.get(path));
      if (texts.containsKey(path) && !texts.get(path).contains("\r")) {
        var windows = inWindows().finds(findings.get(0).code());
        assertEquals(expected.replace("\n", "\r\n"), windows.applied(title).get(path), "with CRLF");
      }
      return this;
    }

    private Map<String, String> applied(String title) {
      return apply(fix(title));
    }

    private Fix fix(String title) {
      var fixes = findings.get(0).fixes();
      return fixes.stream()
          .filter(candidate -> candidate.title().equals(title))
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      "no fix '%s' but %s"
                          .formatted(title, fixes.stream().map(Fix::title).toList())));
    }
  }

  /** The files as written, by path. */
  Map<String, String> texts() {
    return texts;
  }

  Facts facts() {
    return facts;
  }

  /** The path of the file that is checked. */
  String main() {
    return main;
  }

  /** Whether there is anything in it for envlens. */
  boolean isOurs() {
    return main.endsWith("Dockerfile") || contents(texts).isOurs();
  }

  /** The hashes of the definitions, in their order. */
  List<Optional<String>> hashes(Map<String, String> files) {
    if (main.endsWith("Dockerfile")) {
      return List.of();
    }
    var surroundings = surroundings(files);
    return contents(files).definitions().stream()
        .map(definition -> Hashing.of(definition, surroundings))
        .map(
            hashing ->
                hashing instanceof Hashing.Known known
                    ? Optional.of(known.hash()).map(DefinitionHash::hex)
                    : Optional.<String>empty())
        .toList();
  }

  /** The files with {@code fix} applied. */
  Map<String, String> apply(Fix fix) {
    var result = new LinkedHashMap<>(texts);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    for (var change : fix.changes()) {
      String path = path(change.file());
      if (change instanceof Change.Edit edit) {
        edits.computeIfAbsent(path, key -> new ArrayList<>()).add(edit.edit());
      } else if (change instanceof Change.Create create) {
        assertTrue(!result.containsKey(path), path + " is there already");
        result.put(path, create.text());
      }
    }
    edits.forEach((path, list) -> result.put(path, TextEdit.apply(texts.get(path), list)));
    return result;
  }
}
