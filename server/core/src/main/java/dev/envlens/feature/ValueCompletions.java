package dev.envlens.feature;

import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.image.BaseImages;
import dev.envlens.link.Paths;
import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.List;

/** The values that a key, or an item of a list, may have. */
final class ValueCompletions {

  private final Aim aim;
  private final Offer offer;
  private final URI file;
  private final Knowledge knowledge;

  ValueCompletions(Aim aim, Offer offer, URI file, Knowledge knowledge) {
    this.aim = aim;
    this.offer = offer;
    this.file = file;
    this.knowledge = knowledge;
  }

  /** Adds what {@code path}, seen from the aim's root, may hold. */
  void add(List<String> path) {
    switch (aim.format()) {
      case ENVIRONMENT -> environment(path);
      case CONDA -> conda(path);
      case ENVIRONMENT_V1 -> v1(path);
    }
  }

  private void environment(List<String> path) {
    switch (String.join("/", path)) {
      case "$schema" -> offer.value(shown(KeySketches.SCHEMA, ""), KeySketches.SCHEMA);
      case "image" -> images();
      case "conda_file" -> paths(PathCompletions.Fitting.CONDA);
      case "build/path" -> paths(PathCompletions.Fitting.FOLDERS);
      case "build/dockerfile_path" -> dockerfiles();
      default -> allowed(path);
    }
  }

  private void v1(List<String> path) {
    switch (String.join("/", path)) {
      case "docker/baseImage" -> images();
      case "python/condaDependenciesFile" -> paths(PathCompletions.Fitting.CONDA);
      default -> allowed(path);
    }
  }

  private void conda(List<String> path) {
    boolean item = path.size() == 2;
    boolean pip = path.size() == 4 && path.get(2).equals("pip");
    if (path.isEmpty()) {
      return;
    }
    if (item && path.get(0).equals("channels")) {
      channels();
    } else if (path.get(0).equals("dependencies") && (item || pip)) {
      new PackageCompletions(aim, offer, knowledge, pip ? Installer.PIP : Installer.CONDA).add();
      if (pip) {
        new PathCompletions(offer, knowledge).addIncludes(file);
      }
    } else {
      allowed(path);
    }
  }

  private void images() {
    for (var image : BaseImages.shipped().all()) {
      offer.value(Shown.of(image.image(), Kind.IMAGE, image.description()), image.image());
    }
    CuratedImages.of(knowledge.curated().get()).forEach(shown -> offer.value(shown, shown.label()));
  }

  private void channels() {
    var present = aim.conda().map(file -> file.channels().stream().map(Scalar::text).toList());
    for (var channel : Channels.shipped().all()) {
      if (!present.orElse(List.of()).contains(channel.name())) {
        offer.value(Shown.of(channel.name(), Kind.VALUE, channel.about()), channel.name());
      }
    }
  }

  private void paths(PathCompletions.Fitting fitting) {
    Paths.folder(file)
        .ifPresent(folder -> new PathCompletions(offer, knowledge).add(file, folder, fitting));
  }

  /** A Dockerfile's path counts from the context, in which it must lie. */
  private void dockerfiles() {
    aim.definition()
        .flatMap(definition -> definition.context())
        .flatMap(context -> context.path())
        .flatMap(path -> Paths.resolve(file, path.text()))
        .ifPresent(
            context ->
                new PathCompletions(offer, knowledge)
                    .add(file, context, PathCompletions.Fitting.DOCKERFILES));
  }

  private void allowed(List<String> path) {
    new KeyDocs(aim.format()).at(path).ifPresent(this::allowed);
  }

  private void allowed(KeyDoc doc) {
    for (var value : doc.allowed()) {
      boolean usual = doc.defaultValue().filter(value::equals).isPresent();
      offer.value(shown(value, usual ? "default" : ""), value);
    }
    if (doc.types().contains("boolean") && !doc.types().contains("string")) {
      for (var value : List.of("true", "false")) {
        boolean usual = doc.defaultValue().filter(value::equals).isPresent();
        offer.literal(shown(value, usual ? "default" : ""), value);
      }
    }
  }

  private static Shown shown(String label, String detail) {
    return Shown.of(label, Kind.VALUE, detail);
  }
}
