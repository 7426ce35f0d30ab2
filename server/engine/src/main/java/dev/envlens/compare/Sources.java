package dev.envlens.compare;

import dev.envlens.catalogue.CatalogueFault;
import dev.envlens.catalogue.CuratedStart;
import dev.envlens.curated.Catalogue;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.files.GitRevision;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.FolderExport;
import dev.envlens.workspace.Workspace;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the environments that a person names: {@code FILE}, {@code FILE@REVISION} in Git, {@code
 * NAME:VERSION} or {@code NAME} (the newest) in the workspace, {@code curated:NAME[:VERSION]}, an
 * environment that builds on that curated image and adds nothing. A file that is there comes first;
 * a JSON pointer behind it, {@code FILE#/jobs/train/environment}, says which of its environments.
 */
public final class Sources {

  private static final long MAX_BYTES = 10L << 20;

  private static final Pattern NAMED =
      Pattern.compile("(?:azureml:)?([A-Za-z0-9][A-Za-z0-9._-]*)(?::([^:@/\\s]+)|@latest)?");

  private final Path folder;
  private final Supplier<Workspace> workspace;
  private final Supplier<Catalogue> curated;

  /**
   * @param folder what relative paths start from
   * @param workspace opened when something in it is asked for
   * @param curated the curated environments, asked when one of them is
   */
  public Sources(Path folder, Supplier<Workspace> workspace, Supplier<Catalogue> curated) {
    this.folder = folder;
    this.workspace = workspace;
    this.curated = curated;
  }

  /** A path with the JSON pointer behind it, if there is one. */
  private record Pointed(String path, Optional<String> pointer) {

    static Pointed of(String text) {
      int mark = text.lastIndexOf("#/");
      return mark < 0
          ? new Pointed(text, Optional.empty())
          : new Pointed(text.substring(0, mark), Optional.of(text.substring(mark + 1)));
    }
  }

  /**
   * The environment called {@code source}.
   *
   * @throws SourceFault when there is none, or it has no hash
   * @throws dev.envlens.workspace.WorkspaceFault when the workspace doesn't answer
   */
  public Side find(String source) {
    var whole = new Pointed(source, Optional.empty());
    if (exists(whole)) {
      return onDisk(source, whole);
    }
    var pointed = Pointed.of(source);
    if (exists(pointed)) {
      return onDisk(source, pointed);
    }
    if (source.startsWith(CuratedStart.PREFIX)) {
      return named(source);
    }
    var inGit = inGit(source, pointed);
    if (inGit.isPresent()) {
      return inGit.get();
    }
    if (NAMED.matcher(source).matches() && !looksLikeAFile(source)) {
      return registered(source);
    }
    throw new SourceFault(
        "'%s' isn't there: name a file, a file at a revision (FILE@REVISION), NAME:VERSION in the workspace, or curated:NAME."
            .formatted(source));
  }

  private static boolean looksLikeAFile(String source) {
    return source.matches("(?i).*\\.(ya?ml|json)");
  }

  private boolean exists(Pointed pointed) {
    try {
      return !pointed.path().isEmpty() && Files.isRegularFile(folder.resolve(pointed.path()));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private Side onDisk(String label, Pointed pointed) {
    return read(
        label, folder.resolve(pointed.path()), pointed.pointer(), new DiskSurroundings(MAX_BYTES));
  }

  /** Both paths and revisions may hold an {@code @}: the first that makes sense of both counts. */
  private Optional<Side> inGit(String label, Pointed pointed) {
    String text = pointed.path();
    boolean isRevision = false;
    for (int at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
      try (var revision = open(text, at)) {
        if (revision != null) {
          isRevision = true;
          Path file = folder.resolve(text.substring(0, at)).toAbsolutePath().normalize();
          if (revision.file(FileUris.of(file)) instanceof FileState.Text) {
            return Optional.of(read(label, file, pointed.pointer(), revision));
          }
        }
      } catch (IOException fault) {
        throw new SourceFault("Can't read '%s' from Git: %s.".formatted(label, fault.getMessage()));
      }
    }
    if (isRevision) {
      int at = text.indexOf('@', 1);
      throw new SourceFault(
          "'%s' isn't in Git at '%s'. Name a revision that has it."
              .formatted(text.substring(0, at), text.substring(at + 1)));
    }
    return Optional.empty();
  }

  /** The revision behind the {@code @}, or null. */
  private GitRevision open(String text, int at) throws IOException {
    try {
      return GitRevision.open(
              folder.resolve(text.substring(0, at)), text.substring(at + 1), MAX_BYTES)
          .orElse(null);
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  /**
   * What is no file: a curated environment, else a version in the workspace.
   *
   * @throws SourceFault as {@link #version}, and when the catalogue doesn't know it
   * @throws dev.envlens.workspace.WorkspaceFault when the workspace doesn't answer
   */
  public Side named(String label) {
    return label.startsWith(CuratedStart.PREFIX) ? curated(label) : registered(label);
  }

  private Side curated(String label) {
    try {
      var files = new CuratedStart(curated.get()).files("curated", label, Optional.empty());
      return copied(label, copy -> write(files.files(), copy));
    } catch (CatalogueFault fault) {
      throw new SourceFault(fault.getMessage());
    }
  }

  /** The environment's file comes first. */
  private static Path write(Map<String, String> files, Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder.resolve(files.keySet().iterator().next());
  }

  private Side registered(String label) {
    return registered(version(label));
  }

  /**
   * A version in the workspace: {@code NAME:VERSION} or {@code NAME}, the newest.
   *
   * @throws SourceFault when there is none
   * @throws dev.envlens.workspace.WorkspaceFault when the workspace doesn't answer
   */
  public EnvironmentVersion version(String label) {
    var named = NAMED.matcher(label);
    if (!named.matches()) {
      throw new SourceFault(
          "'%s' is no name of an environment: write NAME or NAME:VERSION.".formatted(label));
    }
    String name = named.group(1);
    var wanted = Optional.ofNullable(named.group(2));
    var version =
        wanted
            .map(number -> workspace.get().find(new EnvironmentVersion.Id(name, number)))
            .orElseGet(() -> workspace.get().newest(name));
    return version.orElseThrow(
        () ->
            new SourceFault(
                "There is no environment '%s' in %s, nor a file of that name."
                    .formatted(
                        name + wanted.map(number -> ":" + number).orElse(""),
                        workspace.get().label())));
  }

  private Side registered(EnvironmentVersion version) {
    return copied(
        version.id().label(), copy -> new FolderExport(workspace.get()).write(version, copy));
  }

  /** Writes files into an empty folder, and says which of them defines the environment. */
  private interface Copy {
    Path into(Path folder) throws IOException;
  }

  private static Side copied(String label, Copy files) {
    Path copy = null;
    try {
      copy = Files.createTempDirectory("envlens-version");
      return read(label, files.into(copy), Optional.empty(), new DiskSurroundings(MAX_BYTES));
    } catch (IOException fault) {
      throw new SourceFault("Can't read '%s': %s.".formatted(label, fault.getMessage()));
    } finally {
      delete(copy);
    }
  }

  private static void delete(Path copy) {
    if (copy == null) {
      return;
    }
    try (var all = Files.walk(copy)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      copy.toFile().deleteOnExit();
    }
  }

  private static Side read(
      String label, Path file, Optional<String> pointer, Surroundings surroundings) {
    var uri = FileUris.of(file);
    if (!(surroundings.file(uri) instanceof FileState.Text text)) {
      throw new SourceFault("'%s' isn't a text file.".formatted(label));
    }
    var contents = Contents.of(new Source(uri, Yaml.parse(text.text())), surroundings);
    return Side.of(label, only(label, contents, pointer), surroundings);
  }

  private static Definition only(String label, Contents contents, Optional<String> pointer) {
    var all =
        contents.definitions().stream()
            .filter(definition -> pointer.map(definition.pointer()::equals).orElse(true))
            .toList();
    if (all.isEmpty()) {
      throw new SourceFault(
          contents.condaFiles().isEmpty()
              ? "'%s' defines no environment.".formatted(label)
              : "'%s' is a conda file: name the environment that uses it.".formatted(label));
    }
    if (all.size() > 1) {
      throw new SourceFault(
          "'%s' defines %d environments. Say which is meant, as in '%s#%s'. There are: %s."
              .formatted(
                  label,
                  all.size(),
                  label,
                  all.get(0).pointer(),
                  all.stream()
                      .map(Definition::pointer)
                      .limit(10)
                      .collect(Collectors.joining(", "))));
    }
    return all.get(0);
  }
}
