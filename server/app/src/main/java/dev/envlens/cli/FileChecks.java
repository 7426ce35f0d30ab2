package dev.envlens.cli;

import dev.envlens.check.Checks;
import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.check.Severities;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Source;
import dev.envlens.definition.TextMarks;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.files.DigestCache;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.text.LineIndex;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Checks files, each by itself and with what it leads to. Any thread may ask. */
final class FileChecks {

  /** The size in bytes up to which a file is read. */
  static final long MAX_BYTES = Yaml.DEFAULT_MAX_LENGTH;

  private final Surroundings disk;
  private final FileTexts texts;
  private final ShownPaths paths;
  private final UnaryOperator<String> mask;
  private final Facts facts;

  /**
   * @param texts those that were read before
   * @param digests those of build contexts' files
   */
  FileChecks(
      ShownPaths paths,
      UnaryOperator<String> mask,
      Facts facts,
      FileTexts texts,
      DigestCache digests) {
    this.disk = new DiskSurroundings(MAX_BYTES, digests, () -> false);
    this.texts = texts;
    this.paths = paths;
    this.mask = mask;
    this.facts = facts;
  }

  /**
   * Checks the file at {@code path}.
   *
   * @param named whether the user named it, rather than a folder it is in
   */
  Outcome of(Path path, boolean named) {
    try {
      var state = texts.readLast(path);
      boolean json = isJson(path);
      if (state instanceof FileState.Text text) {
        return json && !named ? json(path, text.text()) : text(path, text.text());
      }
      return json && !named ? new Outcome.Foreign() : new Outcome.Unread(Reasons.of(state));
    } catch (RuntimeException | StackOverflowError fault) {
      return new Outcome.Failed(fault);
    }
  }

  /**
   * What is found in a file that reads {@code text}, and in what it leads to; nothing where it is
   * somebody else's.
   *
   * @param around the files around it, as they are to be read
   */
  List<Finding> findings(Path path, boolean named, String text, Surroundings around) {
    if (isDockerfile(path)) {
      var source = new DockerfileSource(FileUris.of(path), text, Dockerfile.parse(text));
      return Checks.of(source, Severities.defaults(), facts);
    }
    boolean asIs = named || !isJson(path);
    if (!asIs && !TextMarks.mayDefineInJson(text)) {
      return List.of();
    }
    var contents = Contents.of(new Source(FileUris.of(path), Yaml.parse(text)), around);
    return asIs || !contents.definitions().isEmpty()
        ? Checks.of(contents, Severities.defaults(), facts)
        : List.of();
  }

  private Outcome json(Path path, String text) {
    if (!TextMarks.mayDefineInJson(text)) {
      return new Outcome.Foreign();
    }
    return text(path, text) instanceof Outcome.Checked checked && !checked.environments().isEmpty()
        ? checked
        : new Outcome.Foreign();
  }

  private Outcome text(Path path, String text) {
    return isDockerfile(path) ? dockerfile(path, text) : yaml(path, text);
  }

  private Outcome yaml(Path path, String text) {
    var source = new Source(FileUris.of(path), texts.parseLast(text));
    var contents = Contents.of(source, disk);
    var files = new HashMap<URI, SourceFile>();
    files.put(source.uri(), new SourceFile(text, source.yaml().lines(), mask));
    return new Outcome.Checked(
        looked(path, contents),
        environments(path, contents),
        reported(Checks.of(contents, Severities.defaults(), facts), files),
        contents.isOurs());
  }

  private Outcome dockerfile(Path path, String text) {
    var source = new DockerfileSource(FileUris.of(path), text, Dockerfile.parse(text));
    var files = new HashMap<URI, SourceFile>();
    files.put(source.uri(), new SourceFile(text, LineIndex.of(text), mask));
    return new Outcome.Checked(
        Set.of(paths.of(path)),
        Set.of(),
        reported(Checks.of(source, Severities.defaults(), facts), files),
        true);
  }

  private Set<String> looked(Path path, Contents contents) {
    var looked = new LinkedHashSet<String>();
    looked.add(paths.of(path));
    for (var definition : contents.definitions()) {
      definition
          .parts()
          .conda()
          .filter(Conda.Linked.class::isInstance)
          .flatMap(Conda::section)
          .map(CondaSection::source)
          .ifPresent(source -> looked.add(paths.of(source.uri())));
      definition.dockerfile().ifPresent(source -> looked.add(paths.of(source.uri())));
      definition.requirements().forEach(source -> looked.add(paths.of(source.uri())));
    }
    return looked;
  }

  private static Set<Outcome.Environment> environments(Path path, Contents contents) {
    var definitions = contents.definitions();
    if (definitions.isEmpty()) {
      return Set.of();
    }
    Path real = real(path);
    var environments = new LinkedHashSet<Outcome.Environment>();
    for (Definition definition : definitions) {
      environments.add(new Outcome.Environment(real, definition.node().range()));
    }
    return environments;
  }

  /** Of a file and a link to it, each environment counts once. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private List<Reported> reported(List<Finding> findings, Map<URI, SourceFile> files) {
    return findings.stream()
        .map(
            finding ->
                reported(finding, files.computeIfAbsent(finding.place().file(), this::linkedFile)))
        .toList();
  }

  private Reported reported(Finding finding, SourceFile file) {
    var range = finding.place().range();
    return new Reported(
        new Reported.Subject(
            paths.of(finding.place().file()),
            finding.severity(),
            finding.code(),
            mask.apply(finding.message())),
        file.position(range.start()),
        file.position(range.end()),
        finding.fixes().stream().map(Fix::title).map(mask).toList(),
        file.excerpt(range));
  }

  private SourceFile linkedFile(URI uri) {
    String text = disk.file(uri) instanceof FileState.Text linked ? linked.text() : "";
    return new SourceFile(text, LineIndex.of(text), mask);
  }

  private static boolean isDockerfile(Path path) {
    String name = name(path);
    return !hasEnding(path, ".yml")
        && !hasEnding(path, ".yaml")
        && !hasEnding(path, ".json")
        && (name.startsWith("dockerfile")
            || name.endsWith(".dockerfile")
            || name.startsWith("containerfile"));
  }

  static boolean isJson(Path path) {
    return hasEnding(path, ".json");
  }

  private static boolean hasEnding(Path path, String ending) {
    return name(path).endsWith(ending);
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
