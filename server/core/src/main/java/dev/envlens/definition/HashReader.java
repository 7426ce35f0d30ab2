package dev.envlens.definition;

import dev.envlens.conda.CondaFile;
import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a definition's hash covers. Used once. */
final class HashReader {

  /** Ends the reading: there is no hash. */
  static final class NoHash extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean pending;

    private NoHash(String reason, boolean pending) {
      super(reason, null, false, false);
      this.pending = pending;
    }

    boolean isPending() {
      return pending;
    }
  }

  private final Definition definition;
  private final Surroundings surroundings;
  private final Map<String, List<Place>> places = new LinkedHashMap<>();

  HashReader(Definition definition, Surroundings surroundings) {
    this.definition = definition;
    this.surroundings = surroundings;
  }

  Hashing read() throws NoHash {
    if (!definition.source().yaml().isIntact()) {
      throw noHash("the file isn't valid YAML");
    }
    var parts = definition.parts();
    int bases =
        (parts.image().isPresent() ? 1 : 0)
            + (parts.context().isPresent() ? 1 : 0)
            + (parts.steps().isPresent() ? 1 : 0);
    if (bases == 0) {
      throw noHash("neither an image nor a build context is given");
    }
    if (bases > 1) {
      throw noHash("an image and a build context exclude each other");
    }
    var input =
        new HashInput(
            parts.image().isPresent() ? Optional.of(image(parts.image().get())) : Optional.empty(),
            docker(),
            conda(),
            spark(),
            os());
    return new Hashing.Known(DefinitionHash.of(input), places);
  }

  private String image(Scalar image) throws NoHash {
    placed("image", definition.place(image.range()));
    return text(image);
  }

  private Optional<HashInput.Docker> docker() throws NoHash {
    var steps = definition.parts().steps();
    if (steps.isPresent()) {
      placed("docker", definition.place(steps.get().range()));
      return Optional.of(new HashInput.Steps(text(steps.get())));
    }
    var context = definition.context();
    return context.isPresent() ? Optional.of(docker(context.get())) : Optional.empty();
  }

  private HashInput.Docker docker(BuildContext context) throws NoHash {
    placed("docker", definition.place(context.entry().range()));
    if (context.dockerfilePath().isPresent()) {
      text(context.dockerfilePath().get());
    }
    var location = context.location();
    if (location instanceof ContextLocation.Git git) {
      return remote(git.url(), context);
    }
    if (location instanceof ContextLocation.Storage storage) {
      return remote(storage.url(), context);
    }
    if (location instanceof ContextLocation.Unsupported) {
      throw noHash("the build context is of a kind that the service doesn't take");
    }
    if (!(location instanceof ContextLocation.Folder folder)) {
      throw noHash(
          context.path().isEmpty()
              ? "the build context has no path"
              : "the build context's folder can't be told from here");
    }
    var link = context.dockerfile();
    if (link.isPresent() && link.get().source().isPresent()) {
      placed("docker", link.get().source().get().place(whole(link.get().source().get().text())));
    }
    return new HashInput.LocalContext(dockerfile(context), otherFiles(context, folder));
  }

  private static TextRange whole(String text) {
    return new TextRange(0, text.length());
  }

  private static HashInput.Docker remote(String url, BuildContext context) {
    return new HashInput.RemoteContext(url, context.dockerfilePath().map(Scalar::text));
  }

  private String dockerfile(BuildContext context) throws NoHash {
    if (context.folder() instanceof FileState.Pending) {
      throw new NoHash("the build context is being read", true);
    }
    if (!(context.folder() instanceof FileState.Folder)) {
      throw noHash("the build context isn't there");
    }
    if (context.dockerfile().isEmpty()) {
      throw noHash("the Dockerfile lies outside of the build context");
    }
    return text(context.dockerfile().get().state(), "the Dockerfile");
  }

  private List<ContextEntry> otherFiles(BuildContext context, ContextLocation.Folder folder)
      throws NoHash {
    var state = surroundings.context(folder.uri());
    if (state instanceof ContextState.Missing) {
      throw noHash("the build context isn't there");
    }
    if (state instanceof ContextState.Unusable unusable) {
      throw noHash("the build context can't be used: " + unusable.reason());
    }
    if (!(state instanceof ContextState.Files files)) {
      throw new NoHash("the build context is being read", true);
    }
    String dockerfile =
        context.dockerfile().map(link -> Paths.relative(folder.uri(), link.target())).orElse("");
    return files.entries().stream().filter(entry -> !entry.path().equals(dockerfile)).toList();
  }

  private Optional<HashInput.Conda> conda() throws NoHash {
    var conda = definition.effectiveConda();
    if (conda.isEmpty()) {
      return Optional.empty();
    }
    placed("conda", definition.place(conda.get().entry().range()));
    if (conda.get() instanceof Conda.Linked linked) {
      if (linked.target().isEmpty()) {
        throw noHash("the conda file can't be told from here");
      }
      text(linked.state(), "the conda file");
    }
    var section = conda.get().section();
    if (section.isEmpty()) {
      throw noHash("the conda file holds no conda definition");
    }
    if (!section.get().source().yaml().isIntact()) {
      throw noHash("the conda file isn't valid YAML");
    }
    var file = section.get().file();
    if (conda.get() instanceof Conda.Linked) {
      placed("conda", section.get().place(file.node().range()));
    }
    return Optional.of(
        new HashInput.Conda(
            texts(file.node().get("channels"), "channels"), dependencies(file), variables(file)));
  }

  private List<HashInput.Dependency> dependencies(CondaFile file) throws NoHash {
    var result = new ArrayList<HashInput.Dependency>();
    for (Node value : items(file.node().get("dependencies"), "dependencies")) {
      if (value instanceof Mapping mapping
          && mapping.effective().size() == 1
          && mapping.has("pip")) {
        result.add(new HashInput.Pip(texts(mapping.get("pip"), "the pip list")));
      } else {
        result.add(new HashInput.Spec(scalar(value, "dependencies")));
      }
    }
    return result;
  }

  private Map<String, String> variables(CondaFile file) throws NoHash {
    var result = new LinkedHashMap<String, String>();
    var variables = file.node().mapping("variables");
    if (variables.isPresent()) {
      for (Entry entry : variables.get().effective()) {
        result.put(
            entry.name(),
            entry.value() instanceof Scalar scalar && scalar.isNull()
                ? ""
                : scalar(entry.value(), "variables"));
      }
    }
    return result;
  }

  private Optional<HashInput.Spark> spark() throws NoHash {
    var spark = definition.parts().spark();
    if (spark.isEmpty()) {
      return Optional.empty();
    }
    definition.entry("spark").ifPresent(entry -> placed("spark", definition.place(entry.range())));
    var found = spark.get();
    for (var texts : List.of(found.repositories(), found.packages())) {
      if (texts.stream().anyMatch(Placeholders::in)) {
        throw noHash("a Spark package is a placeholder");
      }
    }
    return Optional.of(
        new HashInput.Spark(found.repositories(), found.packages(), found.precache()));
  }

  private String os() {
    definition.entry("os_type").ifPresent(entry -> placed("os", definition.place(entry.range())));
    return definition.os();
  }

  private List<String> texts(Optional<Node> list, String what) throws NoHash {
    var result = new ArrayList<String>();
    for (Node value : items(list, what)) {
      result.add(scalar(value, what));
    }
    return result;
  }

  private static List<Node> items(Optional<Node> list, String what) throws NoHash {
    if (list.isEmpty() || (list.get() instanceof Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    if (list.get() instanceof Sequence sequence) {
      return sequence.items().stream().map(Item::value).toList();
    }
    throw noHash("'%s' is no list".formatted(what));
  }

  private static String scalar(Node node, String what) throws NoHash {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return text(scalar);
    }
    throw noHash("%s holds something that isn't text".formatted(what));
  }

  private static String text(Scalar scalar) throws NoHash {
    if (Placeholders.in(scalar.text())) {
      throw noHash("'%s' is a placeholder".formatted(scalar.text().strip()));
    }
    return scalar.text();
  }

  private static String text(FileState state, String what) throws NoHash {
    if (state instanceof FileState.Text text) {
      return text.text();
    }
    if (state instanceof FileState.Pending) {
      throw new NoHash(what + " is being read", true);
    }
    if (state instanceof FileState.Unreadable unreadable) {
      throw noHash("%s %s".formatted(what, unreadable.reason()));
    }
    throw noHash(what + " isn't there");
  }

  private void placed(String part, Place place) {
    places.computeIfAbsent(part, key -> new ArrayList<>()).add(place);
  }

  private static NoHash noHash(String reason) {
    return new NoHash(reason, false);
  }
}
