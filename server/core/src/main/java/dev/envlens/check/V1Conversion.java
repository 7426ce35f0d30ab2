package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.image.BaseImages;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a definition of SDK v1 anew: an environment file of the CLI v2, with the conda file or the
 * Dockerfile that it needs, beside the definition. What the CLI v2 has no place for is named in
 * comments. Secrets are never written: a definition that holds one in what would be carried over
 * isn't converted. Used once.
 */
final class V1Conversion {

  private static final String SCHEMA =
      "https://azuremlschemas.azureedge.net/latest/environment.schema.json";

  /** How a Dockerfile's text begins; anything else of one line is the path of one. */
  private static final Pattern INSTRUCTION =
      Pattern.compile("(?i)\\s*(?:#.*|(?:FROM|ARG)\\s.*)", Pattern.DOTALL);

  /** Versions that SDK v1 made up by itself. */
  private static final String AUTOMATIC_VERSION = "Autosave_";

  private final Definition definition;
  private final FreeNames names;
  private final Map<String, NewValue> entries = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, String> others = new LinkedHashMap<>();

  private V1Conversion(Definition definition, FreeNames names) {
    this.definition = definition;
    this.names = names;
  }

  /** The fix that makes the files; none where the definition isn't sound enough for that. */
  static Optional<Fix> of(Definition definition) {
    return definition.source().yaml().isIntact() && Bases.given(definition).size() < 2
        ? FreeNames.beside(definition).flatMap(names -> new V1Conversion(definition, names).fix())
        : Optional.empty();
  }

  private Optional<Fix> fix() {
    var file = names.free("environment", ".yml");
    if (file.isEmpty() || !readHead() || !readBase()) {
      return Optional.empty();
    }
    remarks.addAll(V1Leftovers.of(definition));
    Map<String, String> made = new LinkedHashMap<>();
    made.put(file.get(), environment());
    made.putAll(others);
    if (made.values().stream().anyMatch(text -> !Secrets.mask(text).equals(text))) {
      return Optional.empty();
    }
    String title =
        made.keySet().stream().map("'%s'"::formatted).collect(Collectors.joining(" and "));
    return Optional.of(
        new Fix(
            "Convert to " + title,
            made.entrySet().stream()
                .<Change>map(e -> new Change.Create(names.uri(e.getKey()), e.getValue()))
                .toList(),
            false));
  }

  private String environment() {
    var text = new StringBuilder();
    text.append("# Made from '%s'.\n".formatted(visible(Paths.name(definition.source().uri()))));
    remarks.forEach(remark -> text.append("# ").append(visible(remark)).append('\n'));
    entries.forEach(
        (key, value) -> text.append(NewValue.blockEntry(key, value, "", "\n")).append('\n'));
    return text.toString();
  }

  /** A comment ends with its line. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** What identifies and describes the environment. */
  private boolean readHead() {
    entries.put("$schema", new NewValue.Text(SCHEMA));
    var name = name();
    name.ifPresent(text -> entries.put("name", new NewValue.Text(text)));
    definition
        .version()
        .map(Scalar::text)
        .filter(version -> !version.isBlank() && !version.startsWith(AUTOMATIC_VERSION))
        .ifPresent(version -> entries.put("version", new NewValue.Text(version)));
    definition
        .node()
        .scalar("description")
        .filter(text -> !text.text().isBlank())
        .ifPresent(text -> entries.put("description", new NewValue.Text(text.text())));
    var tags = definition.node().mapping("tags").map(V1Conversion::texts).orElse(Map.of());
    if (!tags.isEmpty()) {
      entries.put("tags", new NewValue.Keys(tags));
    }
    return name.isPresent();
  }

  private Optional<String> name() {
    return definition
        .name()
        .map(Scalar::text)
        .filter(name -> Placeholders.in(name) || isFree(name))
        .or(() -> definition.name().map(Scalar::text).flatMap(EnvironmentName::slug))
        .or(() -> EnvironmentName.of(definition.source().uri()));
  }

  private static boolean isFree(String name) {
    return EnvironmentName.isValid(name) && EnvironmentName.reservedPrefix(name).isEmpty();
  }

  private static Map<String, NewValue> texts(Mapping mapping) {
    Map<String, NewValue> texts = new LinkedHashMap<>();
    for (var entry : mapping.effective()) {
      if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        texts.put(entry.name(), new NewValue.Text(scalar.text()));
      }
    }
    return texts;
  }

  /** What the image is built from; false where that can't be carried over. */
  private boolean readBase() {
    var context = definition.context().filter(found -> found.path().isPresent());
    if (context.isPresent()) {
      build(context.get());
      return noConda("the Dockerfile of the build context");
    }
    var steps = definition.parts().steps().filter(found -> !found.text().isBlank());
    boolean read = steps.isPresent() ? readSteps(steps.get().text()) : readImage();
    String os = definition.os().toLowerCase(Locale.ROOT);
    if (!os.equals("linux")) {
      entries.put("os_type", new NewValue.Text(os));
    }
    return read;
  }

  private void build(BuildContext context) {
    Map<String, NewValue> build = new LinkedHashMap<>();
    build.put("path", new NewValue.Text(context.path().orElseThrow().text()));
    context
        .dockerfilePath()
        .ifPresent(path -> build.put("dockerfile_path", new NewValue.Text(path.text())));
    entries.put("build", new NewValue.Keys(build));
  }

  private boolean readSteps(String steps) {
    boolean isPath = steps.strip().indexOf('\n') < 0 && !INSTRUCTION.matcher(steps).matches();
    if (isPath) {
      String path = steps.strip();
      int slash = path.lastIndexOf('/');
      String folder = slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
      entries.put(
          "build",
          new NewValue.Keys(keys("path", folder, "dockerfile_path", path.substring(slash + 1))));
      return noConda("'%s'".formatted(path));
    }
    var folder = names.free("docker", "");
    folder.ifPresent(
        name -> {
          entries.put("build", new NewValue.Keys(keys("path", name)));
          others.put(name + "/Dockerfile", steps.endsWith("\n") ? steps : steps + "\n");
        });
    return folder.isPresent() && condaBeside(folder.get());
  }

  private static Map<String, NewValue> keys(String... pairs) {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      keys.put(pairs[i], new NewValue.Text(pairs[i + 1]));
    }
    return keys;
  }

  /** A build context takes no conda file: the packages are kept, for the Dockerfile to install. */
  private boolean condaBeside(String folder) {
    var inline = definition.effectiveConda().filter(Conda.Inline.class::isInstance);
    if (inline.isEmpty()) {
      return noConda("'%s/Dockerfile'".formatted(folder));
    }
    var text = inline.flatMap(Conda::section).flatMap(WrittenConda::of);
    text.ifPresent(conda -> others.put(folder + "/conda.yml", conda));
    remarks.add(
        "To do: install the packages of '%s/conda.yml' in '%s/Dockerfile'."
            .formatted(folder, folder));
    return text.isPresent();
  }

  private boolean noConda(String dockerfile) {
    definition
        .effectiveConda()
        .ifPresent(
            conda ->
                remarks.add(
                    "To do: install the packages of '%s' in %s."
                        .formatted(conda.entry().name(), dockerfile)));
    return true;
  }

  private boolean readImage() {
    var image = definition.image().map(Scalar::text).filter(text -> !text.isBlank());
    if (image.isEmpty()) {
      remarks.add("SDK v1 chose the image by itself; this is a current one.");
    }
    entries.put(
        "image", new NewValue.Text(image.orElseGet(() -> BaseImages.shipped().usual().image())));
    var conda = definition.effectiveConda();
    if (conda.isEmpty()) {
      return true;
    }
    if (conda.get() instanceof Conda.Linked linked) {
      entries.put("conda_file", new NewValue.Text(linked.path().text()));
      return true;
    }
    return conda.flatMap(Conda::section).map(this::condaFile).orElse(false);
  }

  private boolean condaFile(CondaSection section) {
    var file = names.free("conda", ".yml");
    var text = WrittenConda.of(section);
    if (file.isEmpty() || text.isEmpty()) {
      return false;
    }
    entries.put("conda_file", new NewValue.Text(file.get()));
    others.put(file.get(), text.get());
    return true;
  }
}
