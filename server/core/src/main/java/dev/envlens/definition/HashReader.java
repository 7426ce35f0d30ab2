package dev.envlens.definition;

import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what a definition's hash covers, and where that is written. Used once. */
final class HashReader {

  private final Definition definition;
  private final Surroundings surroundings;
  private final Map<String, List<Place>> places = new LinkedHashMap<>();

  HashReader(Definition definition, Surroundings surroundings) {
    this.definition = definition;
    this.surroundings = surroundings;
  }

  Hashing read() throws NoHash {
    var input = input();
    return new Hashing.Known(DefinitionHash.of(input), places);
  }

  /** What the hash covers. */
  HashInput input() throws NoHash {
    if (!definition.source().yaml().isIntact()) {
      throw NoHash.because("the file isn't valid YAML");
    }
    var fault = PartShapes.fault(definition);
    if (fault.isPresent()) {
      throw NoHash.because(fault.get());
    }
    requireOneBase();
    return new HashInput(image(), docker(), conda(), spark(), os());
  }

  private void requireOneBase() throws NoHash {
    var parts = definition.parts();
    long bases =
        Stream.of(parts.image(), parts.context(), parts.steps())
            .filter(Optional::isPresent)
            .count();
    if (bases == 0) {
      throw NoHash.because("neither an image nor a build context is given");
    }
    if (bases > 1) {
      throw NoHash.because(
          definition.form() == Form.V1
              ? "an image, a Dockerfile and a build context exclude each other"
              : "an image and a build context exclude each other");
    }
  }

  private Optional<String> image() throws NoHash {
    if (definition.image().isEmpty()) {
      return Optional.empty();
    }
    Scalar image = definition.image().get();
    placed("image", definition.place(image.range()));
    return Optional.of(HashTexts.of(image, "the image"));
  }

  private Optional<HashInput.Docker> docker() throws NoHash {
    var steps = definition.parts().steps();
    if (steps.isPresent()) {
      placed("docker", definition.place(steps.get().range()));
      return Optional.of(new HashInput.Steps(HashTexts.ofDockerfile(steps.get())));
    }
    var context = definition.context();
    return context.isPresent() ? Optional.of(docker(context.get())) : Optional.empty();
  }

  private HashInput.Docker docker(BuildContext context) throws NoHash {
    placed("docker", definition.place(context.entry().range()));
    if (context.path().isEmpty()) {
      throw NoHash.because("the build context has no path");
    }
    HashTexts.of(context.path().get(), "the build context's path");
    if (context.dockerfilePath().isPresent()) {
      HashTexts.of(context.dockerfilePath().get(), "the Dockerfile's path");
    }
    var location = context.location();
    if (location instanceof ContextLocation.Git git) {
      return remote(git.url(), context);
    }
    if (location instanceof ContextLocation.Storage storage) {
      return remote(storage.url(), context);
    }
    if (location instanceof ContextLocation.Unsupported) {
      throw NoHash.because("the build context is of a kind that the service doesn't take");
    }
    if (!(location instanceof ContextLocation.Folder folder)) {
      throw NoHash.because("the build context's folder can't be told from here");
    }
    return new HashInput.LocalContext(dockerfile(context), otherFiles(context, folder));
  }

  private static HashInput.Docker remote(String url, BuildContext context) {
    return new HashInput.RemoteContext(url, context.dockerfilePath().map(Scalar::text));
  }

  private String dockerfile(BuildContext context) throws NoHash {
    if (context.folder() instanceof FileState.Pending) {
      throw NoHash.yet("the build context is being read");
    }
    if (context.folder() instanceof FileState.Missing) {
      throw NoHash.because("the build context isn't there");
    }
    if (!(context.folder() instanceof FileState.Folder)) {
      throw NoHash.because("the build context isn't a folder");
    }
    if (context.dockerfile().isEmpty()) {
      throw NoHash.because("the Dockerfile lies outside of the build context");
    }
    var link = context.dockerfile().get();
    String text = HashTexts.of(link.state(), "the Dockerfile");
    placed("docker", new Place(link.target(), new TextRange(0, text.length())));
    return text;
  }

  private List<ContextEntry> otherFiles(BuildContext context, ContextLocation.Folder folder)
      throws NoHash {
    var state = surroundings.context(folder.uri());
    if (state instanceof ContextState.Missing) {
      throw NoHash.because("the build context isn't there");
    }
    if (state instanceof ContextState.Unusable unusable) {
      throw NoHash.because("the build context can't be used: " + unusable.reason());
    }
    if (!(state instanceof ContextState.Files files)) {
      throw NoHash.yet("the build context is being read");
    }
    String dockerfile =
        context.dockerfile().map(link -> Paths.relative(folder.uri(), link.target())).orElse("");
    return files.entries().stream().filter(entry -> !entry.path().equals(dockerfile)).toList();
  }

  private Optional<HashInput.Conda> conda() throws NoHash {
    var python = definition.node().mapping("python");
    if (definition.form() == Form.V1 && python.isPresent()) {
      requireText(python.get(), "userManagedDependencies");
    }
    var conda = definition.effectiveConda();
    if (conda.isEmpty()) {
      return Optional.empty();
    }
    var input = CondaReader.read(conda.get());
    placed("conda", definition.place(conda.get().entry().range()));
    if (conda.get() instanceof Conda.Linked linked) {
      linked
          .section()
          .ifPresent(section -> placed("conda", section.place(section.file().node().range())));
    }
    return Optional.of(input);
  }

  private Optional<HashInput.Spark> spark() throws NoHash {
    var section = definition.node().mapping("spark");
    if (definition.form() != Form.V1 || section.isEmpty()) {
      return Optional.empty();
    }
    HashTexts.ofList(section.get().get("repositories"), "repositories", "a Spark repository");
    for (var item : HashTexts.items(section.get().get("packages"), "packages")) {
      requireCoordinates(item);
    }
    requireText(section.get(), "precachePackages");
    var spark = definition.parts().spark();
    if (spark.isEmpty()) {
      return Optional.empty();
    }
    definition.entry("spark").ifPresent(entry -> placed("spark", definition.place(entry.range())));
    var found = spark.get();
    return Optional.of(
        new HashInput.Spark(found.repositories(), found.packages(), found.precache()));
  }

  private static void requireCoordinates(Node item) throws NoHash {
    if (!(item instanceof Mapping coordinates)) {
      HashTexts.ofItem(item, "a Spark package");
      return;
    }
    for (String key : Spark.COORDINATES) {
      var value = coordinates.scalar(key);
      if (value.isEmpty()) {
        throw NoHash.because("a Spark package has no '%s'".formatted(key));
      }
      HashTexts.of(value.get(), "a Spark package");
    }
  }

  private static void requireText(Mapping mapping, String key) throws NoHash {
    var value = mapping.scalar(key);
    if (value.isPresent()) {
      HashTexts.of(value.get(), "'%s'".formatted(key));
    }
  }

  private String os() throws NoHash {
    var written = definition.osType();
    if (written.isEmpty()) {
      return definition.os();
    }
    String os = HashTexts.of(written.get(), "the operating system");
    if (!os.toLowerCase(Locale.ROOT).equals("linux")) {
      placed("os", definition.place(written.get().range()));
    }
    return os;
  }

  private void placed(String part, Place place) {
    places.computeIfAbsent(part, key -> new ArrayList<>()).add(place);
  }
}
