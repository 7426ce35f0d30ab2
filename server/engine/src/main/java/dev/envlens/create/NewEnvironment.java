package dev.envlens.create;

import dev.envlens.catalogue.CatalogueFault;
import dev.envlens.catalogue.CuratedStart;
import dev.envlens.check.Change;
import dev.envlens.check.Checks;
import dev.envlens.check.Credentials;
import dev.envlens.check.EnvironmentName;
import dev.envlens.check.Facts;
import dev.envlens.check.NewValue;
import dev.envlens.check.Severities;
import dev.envlens.check.YamlEdits;
import dev.envlens.compare.SourceFault;
import dev.envlens.compare.Sources;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.curated.Catalogue;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.refactor.Refactorings;
import dev.envlens.text.TextEdit;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.FolderExport;
import dev.envlens.workspace.Workspace;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Writes folders with new environments. */
public final class NewEnvironment {

  private static final long MAX_BYTES = 10L << 20;

  private static final String IMAGE = "image:";

  private static final String ENVIRONMENT_FILE = "environment.yml";

  private static final String CONDA_FILE = "conda.yml";

  /** What is meant as a file, even where there is none. */
  private static final Pattern PATH = Pattern.compile("(?i).*[/\\\\].*|.*\\.(ya?ml|json|txt|in)");

  private static final Pattern REQUIREMENTS = Pattern.compile("(?i).*\\.(txt|in)");

  private final Path folder;
  private final Supplier<Workspace> workspace;
  private final Facts facts;

  /**
   * @param folder what relative paths start from
   * @param workspace opened when something in it is asked for
   * @param today the date that versions of Python are held against
   */
  public NewEnvironment(Path folder, Supplier<Workspace> workspace, LocalDate today) {
    this.folder = folder;
    this.workspace = workspace;
    this.facts = new Facts(today);
  }

  /**
   * Makes an environment.
   *
   * @param name what it is to be called
   * @param source {@code image:REFERENCE}, a conda file, a requirements file, a definition of SDK
   *     v1 or CLI v2, or {@code NAME:VERSION} in the workspace
   * @param target the folder that its files go to; may be there, but none of the files
   * @return the environment's file, then the others
   * @throws SourceFault when it can't be made; the message says why
   * @throws dev.envlens.workspace.WorkspaceFault when the workspace doesn't answer, or a definition
   *     holds a secret
   */
  public List<Path> make(String name, String source, Path target) {
    EnvironmentName.fault(name)
        .ifPresent(
            fault -> {
              throw new SourceFault(fault);
            });
    if (source.startsWith(IMAGE)) {
      return write(target, ofImage(name, source.substring(IMAGE.length()), target));
    }
    var file = file(source);
    if (file.isPresent()) {
      return ofFile(name, file.get(), target);
    }
    if (PATH.matcher(source).matches()) {
      throw new SourceFault(
          "There is no '%s' to start from: name a file, image:REFERENCE, or NAME:VERSION in the workspace."
              .formatted(source));
    }
    return ofVersion(name, new Sources(folder, workspace, Catalogue::none).version(source), target);
  }

  /**
   * Makes an environment that starts from a curated one, and says so in its file.
   *
   * @param name what it is to be called
   * @param curated {@code NAME} or {@code NAME:VERSION}, with or without {@code curated:} before it
   * @param catalogue the curated environments that are known
   * @param checkout of the sources, to build it as they do; else it builds on the curated image
   * @return the environment's file, then the others
   * @throws SourceFault when it can't be made; the message says why
   */
  public static List<Path> ofCurated(
      String name, String curated, Catalogue catalogue, Optional<Path> checkout, Path target) {
    EnvironmentName.fault(name)
        .ifPresent(
            fault -> {
              throw new SourceFault(fault);
            });
    try {
      var files = new CuratedStart(catalogue).files(name, curated, checkout);
      return new NewFiles(target).write(files.files());
    } catch (CatalogueFault fault) {
      throw new SourceFault(fault.getMessage());
    }
  }

  private Optional<Path> file(String source) {
    try {
      return Optional.of(folder.resolve(source)).filter(Files::isRegularFile);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private Map<String, String> ofImage(String name, String image, Path target) {
    String text = Refactorings.environmentOfImage(name, image);
    var uri = FileUris.of(target.resolve(ENVIRONMENT_FILE));
    var draft = new Draft(new DiskSurroundings(MAX_BYTES)).with(uri, text);
    requireNoSecret(draft.contents(uri).definitions());
    boolean isImage =
        Checks.of(draft.contents(uri), Severities.defaults(), facts).stream()
            .noneMatch(finding -> finding.code().equals("invalid-image"));
    if (image.isBlank() || !isImage) {
      throw new SourceFault("'%s' is no reference to an image.".formatted(image));
    }
    return Map.of(ENVIRONMENT_FILE, text);
  }

  private List<Path> ofFile(String name, Path file, Path target) {
    var uri = FileUris.of(file);
    var disk = new DiskSurroundings(MAX_BYTES);
    if (!(disk.file(uri) instanceof FileState.Text text)) {
      throw new SourceFault("'%s' isn't a text file.".formatted(file));
    }
    if (REQUIREMENTS.matcher(Paths.name(uri)).matches()) {
      return write(target, ofRequirements(name, uri, text.text(), disk));
    }
    var contents = Contents.of(new Source(uri, Yaml.parse(text.text())), disk);
    if (!contents.condaFiles().isEmpty()) {
      return write(target, ofConda(name, uri, text.text(), disk));
    }
    if (contents.definitions().size() != 1) {
      throw new SourceFault(
          "'%s' is neither a conda file nor a requirements file, and defines %s environment. Start from a file that is one."
              .formatted(file, contents.definitions().isEmpty() ? "no" : "more than one"));
    }
    var definition = contents.definitions().get(0);
    return definition.form() == Form.V1
        ? ofV1(name, contents, disk, target)
        : Copied.write(name, definition, disk, target);
  }

  private Map<String, String> ofRequirements(
      String name, URI file, String text, Surroundings disk) {
    boolean isEmpty = RequirementsFile.parse(text).entries().isEmpty();
    String conda =
        Refactorings.ofRequirements(file, text, disk).stream()
            .flatMap(made -> made.fix().changes().stream())
            .filter(Change.Create.class::isInstance)
            .map(change -> ((Change.Create) change).text())
            .findFirst()
            .orElseThrow(
                () ->
                    new SourceFault(
                        isEmpty
                            ? "'%s' requires nothing.".formatted(Paths.name(file))
                            : "'%s' can't be made a conda file: it holds a secret, a line that pip doesn't take, or a path on this machine. Check it with 'envlens check'."
                                .formatted(Paths.name(file))));
    return ofConda(name, beside(file, CONDA_FILE), conda, disk);
  }

  private Map<String, String> ofConda(String name, URI file, String text, Surroundings disk) {
    var environment = beside(file, ".envlens-new.yml");
    var draft =
        new Draft(disk)
            .with(file, text)
            .with(environment, Refactorings.environment(name, Paths.name(file)));
    requireNoSecret(draft.contents(environment).definitions());
    var mended = Mended.of(draft, environment, facts);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(ENVIRONMENT_FILE, Refactorings.environment(name, CONDA_FILE));
    files.put(CONDA_FILE, mended.texts().get(file));
    return files;
  }

  private static URI beside(URI file, String name) {
    return Paths.resolve(file, name).orElse(file);
  }

  private List<Path> ofV1(String name, Contents contents, Surroundings disk, Path target) {
    requireNoSecret(contents.definitions());
    List<Change.Create> made =
        Checks.of(contents, Severities.defaults(), facts).stream()
            .filter(finding -> finding.code().equals("v1-definition"))
            .flatMap(finding -> finding.fixes().stream().limit(1))
            .flatMap(fix -> fix.changes().stream())
            .filter(Change.Create.class::isInstance)
            .map(Change.Create.class::cast)
            .toList();
    if (made.isEmpty()) {
      throw new SourceFault(
          "'%s' can't be converted as it is. Mend first what 'envlens check' finds in it."
              .formatted(Paths.name(contents.source().uri())));
    }
    var draft = new Draft(disk);
    for (var create : made) {
      draft = draft.with(create.file(), create.text());
    }
    var environment = made.get(0).file();
    var definition = draft.contents(environment).definitions().get(0);
    boolean hasOwnContext =
        made.stream().anyMatch(create -> Paths.name(create.file()).equals("Dockerfile"));
    if (!hasOwnContext) {
      var mended = Mended.of(draft, environment, facts);
      return Copied.write(name, mended.contents(environment).definitions().get(0), mended, target);
    }
    Map<String, String> files = new LinkedHashMap<>();
    URI base = Paths.folder(environment).orElseThrow();
    files.put(ENVIRONMENT_FILE, named(definition, name));
    made.stream()
        .skip(1)
        .forEach(create -> files.put(Paths.relative(base, create.file()), create.text()));
    return write(target, files);
  }

  private static String named(Definition definition, String name) {
    var yaml = definition.source().yaml();
    var value = new NewValue.Text(name);
    List<TextEdit> edits =
        definition
            .entry("name")
            .map(entry -> new YamlEdits(yaml).setValue(definition.node(), entry, value))
            .orElseGet(() -> new YamlEdits(yaml).insertFirst(definition.node(), "name", value));
    return TextEdit.apply(yaml.text(), edits);
  }

  private static void requireNoSecret(List<Definition> definitions) {
    definitions.stream()
        .flatMap(definition -> Credentials.refusal(definition).stream())
        .findFirst()
        .ifPresent(
            refusal -> {
              throw new SourceFault(refusal);
            });
  }

  private List<Path> ofVersion(String name, EnvironmentVersion version, Path target) {
    try {
      Path copy = Files.createTempDirectory("envlens-new");
      try {
        Path file = new FolderExport(workspace.get()).write(version, copy);
        var disk = new DiskSurroundings(MAX_BYTES);
        var uri = FileUris.of(file);
        String text = disk.file(uri) instanceof FileState.Text read ? read.text() : "";
        var contents = Contents.of(new Source(uri, Yaml.parse(text)), disk);
        return Copied.write(name, contents.definitions().get(0), disk, target);
      } finally {
        try (var all = Files.walk(copy)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
      }
    } catch (IOException fault) {
      throw cantWrite(target, fault);
    }
  }

  private List<Path> write(Path target, Map<String, String> files) {
    return new NewFiles(target).write(files);
  }

  static SourceFault cantWrite(Path target, IOException fault) {
    return new SourceFault("Can't write to '%s': %s.".formatted(target, fault.getMessage()));
  }
}
