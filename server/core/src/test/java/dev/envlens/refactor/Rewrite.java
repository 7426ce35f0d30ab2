package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.check.Change;
import dev.envlens.check.Checks;
import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import dev.envlens.check.Severities;
import dev.envlens.check.Severity;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Paths;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rewrite of a file written out in a test, at its {@code <caret>} or of its {@code «selection»}.
 * Files lie in {@code file:///project}. Every rewrite must bring no new finding but hints, and say
 * in its title that it moves a hash if and only if it does.
 */
final class Rewrite {

  private final String main;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private TextRange selection = TextRange.at(0);

  private Rewrite(String main) {
    this.main = main;
  }

  static Rewrite of(String path, String marked) {
    var rewrite = new Rewrite(path);
    int caret = marked.indexOf("<caret>");
    int open = marked.indexOf('«');
    if (caret >= 0) {
      rewrite.selection = TextRange.at(caret);
    } else if (open >= 0) {
      rewrite.selection = new TextRange(open, marked.indexOf('»') - 1);
    }
    return rewrite.with(path, marked.replace("<caret>", "").replaceAll("[«»]", ""));
  }

  Rewrite with(String path, String text) {
    texts.put(path, text);
    return this;
  }

  List<String> titles() {
    return all().stream().map(refactoring -> refactoring.fix().title()).toList();
  }

  /** The rewrite whose title begins so makes the main file read so. */
  After by(String start) {
    var chosen =
        all().stream()
            .filter(refactoring -> refactoring.fix().title().startsWith(start))
            .findFirst()
            .orElseThrow(() -> new AssertionError("none begins so: " + titles()));
    var after = apply(chosen);
    boolean moved = !hashes(after).containsAll(hashes(texts));
    assertEquals(
        moved, chosen.fix().title().endsWith("(new hash)") && !hashes(texts).isEmpty(), "the hash");
    var before = codes(texts);
    codes(after)
        .forEach(code -> assertTrue(before.contains(code), () -> "new " + code + " in " + after));
    return new After(chosen, after);
  }

  /** The files as they are then. */
  record After(Refactoring refactoring, Map<String, String> files) {

    After reads(String path, String expected) {
      assertEquals(expected, files.get(path), path);
      return this;
    }

    After as(Refactoring.Kind kind) {
      assertEquals(kind, refactoring.kind());
      return this;
    }
  }

  /** The same with line ends as Windows has them. */
  Rewrite inWindows() {
    var other = new Rewrite(main);
    texts.forEach((path, text) -> other.with(path, text.replace("\n", "\r\n")));
    String before = texts.get(main).substring(0, selection.start());
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int inside = (int) selection.of(texts.get(main)).chars().filter(c -> c == '\n').count();
    other.selection = new TextRange(selection.start() + lines, selection.end() + lines + inside);
    return other;
  }

  private List<Refactoring> all() {
    var files = surroundings(texts);
    return RequirementsSource.isOne(MemoryFiles.uri(main), "")
        ? Refactorings.ofRequirements(MemoryFiles.uri(main), texts.get(main), files)
        : Refactorings.of(contents(main, texts), selection, files);
  }

  private static Contents contents(String path, Map<String, String> files) {
    return Contents.of(
        new Source(MemoryFiles.uri(path), Yaml.parse(files.get(path))), surroundings(files));
  }

  private static MemoryFiles surroundings(Map<String, String> files) {
    var memory = new MemoryFiles();
    files.forEach(memory::with);
    return memory;
  }

  private Map<String, String> apply(Refactoring refactoring) {
    var result = new LinkedHashMap<>(texts);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    for (var change : refactoring.fix().changes()) {
      String path = Paths.relative(MemoryFiles.ROOT, change.file());
      if (change instanceof Change.Edit edit) {
        edits.computeIfAbsent(path, key -> new ArrayList<>()).add(edit.edit());
      } else if (change instanceof Change.Create create) {
        assertTrue(result.putIfAbsent(path, create.text()) == null, path + " is there already");
      }
    }
    edits.forEach((path, list) -> result.put(path, TextEdit.apply(texts.get(path), list)));
    return result;
  }

  /** The hashes of all definitions in all files. */
  private static Set<String> hashes(Map<String, String> files) {
    var result = new TreeSet<String>();
    for (String path : files.keySet()) {
      for (Definition definition : contents(path, files).definitions()) {
        if (Hashing.of(definition, surroundings(files)) instanceof Hashing.Known known) {
          result.add(known.hash().hex());
        }
      }
    }
    return result;
  }

  private static Set<String> codes(Map<String, String> files) {
    return files.keySet().stream()
        .flatMap(
            path ->
                Checks.of(
                    contents(path, files),
                    Severities.defaults(),
                    new Facts(LocalDate.of(2026, 6, 1)))
                    .stream())
        .filter(finding -> finding.severity() != Severity.HINT)
        .map(Finding::code)
        .collect(Collectors.toSet());
  }
}
