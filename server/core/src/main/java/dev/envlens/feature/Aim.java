package dev.envlens.feature;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.link.Paths;
import dev.envlens.schema.Format;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Pointers;
import dev.envlens.yaml.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the caret's place is a part of.
 *
 * @param format the kind of thing
 * @param place the place as seen from that thing's root
 * @param inline whether it is an environment inside of a job or the like
 * @param definition the environment, where one could be read
 * @param conda the conda definition, where one could be read
 */
record Aim(
    Format format,
    CaretPlace place,
    boolean inline,
    Optional<Definition> definition,
    Optional<CondaFile> conda) {

  /** The free-form maps of a job: an {@code environment} in there is somebody's parameter. */
  private static final Set<String> FREE_FORM =
      Set.of("conf", "environment_variables", "inputs", "outputs", "properties", "tags");

  private static final String ENVIRONMENT = "environment";

  private static final Set<String> CONDA_KEYS = Set.of("channels", "dependencies", "variables");

  private static final Set<String> ENVIRONMENT_KEYS =
      Set.of("image", "build", "conda_file", "inference_config", "os_type");

  private static final Set<String> SHARED_KEYS =
      Set.of("$schema", "name", "version", "description", "tags", "properties");

  /** What {@code place} in {@code contents} is a part of; none where it is nothing of ours. */
  static List<Aim> of(Contents contents, CaretPlace place, int caret) {
    for (var definition : contents.definitions()) {
      var depth = depth(definition, place, caret, contents);
      if (depth.isPresent()) {
        return List.of(in(definition, place.below(depth.get())));
      }
    }
    var file = contents.condaFiles().stream().map(CondaSection::file).findFirst();
    if (file.isPresent()) {
      return List.of(new Aim(Format.CONDA, place, false, Optional.empty(), file));
    }
    if (contents.isHost() || !contents.uses().isEmpty()) {
      return inHost(place).stream().toList();
    }
    return contents.defines() ? List.of() : likely(contents, place);
  }

  private static Optional<Integer> depth(
      Definition definition, CaretPlace place, int caret, Contents contents) {
    int depth = (int) definition.pointer().chars().filter(c -> c == '/').count();
    boolean inside =
        place.path().size() >= depth
            && pointer(place.path().subList(0, depth)).equals(definition.pointer())
            && isSameDocument(definition, caret, contents);
    return inside ? Optional.of(depth) : Optional.empty();
  }

  private static String pointer(List<String> path) {
    String pointer = "";
    for (var step : path) {
      pointer = Pointers.append(pointer, step);
    }
    return pointer;
  }

  private static boolean isSameDocument(Definition definition, int caret, Contents contents) {
    var yaml = contents.source().yaml();
    int own = 0;
    for (int i = 0; i < yaml.documents().size(); i++) {
      var root = yaml.documents().get(i).root();
      boolean begun =
          root.filter(node -> node.range().start() <= definition.node().range().start())
              .isPresent();
      own = begun ? i : own;
    }
    int here = TreePath.enclosing(yaml, caret).document();
    return own == here;
  }

  private static Aim in(Definition definition, CaretPlace place) {
    boolean v1 = definition.form() == Form.V1;
    var format = v1 ? Format.ENVIRONMENT_V1 : Format.ENVIRONMENT;
    var steps = v1 ? List.of("python", "condaDependencies") : List.of("conda_file");
    boolean inConda =
        place.path().size() >= steps.size()
            && place.path().subList(0, steps.size()).equals(steps)
            && (place.path().size() > steps.size() || place.role() == CaretPlace.Role.KEY);
    boolean inline = definition.form() == Form.INLINE;
    if (!inConda) {
      return new Aim(format, place, inline, Optional.of(definition), Optional.empty());
    }
    var conda =
        definition
            .parts()
            .conda()
            .filter(Conda.Inline.class::isInstance)
            .flatMap(Conda::section)
            .map(CondaSection::file);
    return new Aim(Format.CONDA, place.below(steps.size()), inline, Optional.of(definition), conda);
  }

  /** An inline environment that has nothing yet by which it could be known. */
  private static Optional<Aim> inHost(CaretPlace place) {
    int at = place.path().indexOf(ENVIRONMENT);
    boolean value = at == place.path().size() - 1 && place.role() == CaretPlace.Role.VALUE;
    if (at < 0 || value || isFreeForm(place.path().subList(0, at))) {
      return Optional.empty();
    }
    return Optional.of(
        new Aim(Format.ENVIRONMENT, place.below(at + 1), true, Optional.empty(), Optional.empty()));
  }

  /** Whether the place is that of a reference to an environment. */
  static boolean isReference(Contents contents, CaretPlace place) {
    var path = place.path();
    return (contents.isHost() || !contents.uses().isEmpty())
        && !contents.defines()
        && place.role() == CaretPlace.Role.VALUE
        && !path.isEmpty()
        && path.get(path.size() - 1).equals(ENVIRONMENT)
        && !isFreeForm(path);
  }

  private static boolean isFreeForm(List<String> path) {
    return path.stream().anyMatch(FREE_FORM::contains);
  }

  /** A file that has only just been begun: its keys and its name say what it will be. */
  private static List<Aim> likely(Contents contents, CaretPlace place) {
    var keys =
        contents.source().yaml().documents().stream()
            .limit(1)
            .flatMap(document -> document.mapping().stream())
            .flatMap(root -> root.entries().stream())
            .map(Entry::name)
            .toList();
    var others = keys.stream().filter(key -> !isBeingTyped(key, place)).toList();
    String name = Paths.name(contents.source().uri()).toLowerCase(Locale.ROOT);
    if (others.isEmpty() || !(name.endsWith(".yml") || name.endsWith(".yaml"))) {
      return List.of();
    }
    boolean environment = others.stream().allMatch(Aim::isEnvironmentKey);
    boolean conda = others.stream().allMatch(key -> CONDA_KEYS.contains(key) || key.equals("name"));
    boolean named = name.contains("env") || name.contains("conda");
    boolean marked =
        others.stream().anyMatch(key -> ENVIRONMENT_KEYS.contains(key) || CONDA_KEYS.contains(key));
    return Stream.of(Format.ENVIRONMENT, Format.CONDA)
        .filter(format -> named || marked)
        .filter(format -> format == Format.CONDA ? conda : environment)
        .map(format -> new Aim(format, place, false, Optional.empty(), conda(contents)))
        .toList();
  }

  private static Optional<CondaFile> conda(Contents contents) {
    return contents.source().yaml().documents().stream()
        .limit(1)
        .flatMap(document -> document.mapping().stream())
        .map((Mapping root) -> CondaFile.of(root))
        .findFirst();
  }

  private static boolean isBeingTyped(String key, CaretPlace place) {
    return place.role() == CaretPlace.Role.KEY
        && place.path().isEmpty()
        && !place.present().contains(key);
  }

  private static boolean isEnvironmentKey(String key) {
    return ENVIRONMENT_KEYS.contains(key) || SHARED_KEYS.contains(key);
  }
}
