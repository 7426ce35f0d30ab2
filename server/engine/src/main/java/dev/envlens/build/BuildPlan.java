package dev.envlens.build;

import dev.envlens.check.Credentials;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.HashInput;
import dev.envlens.definition.Hashing;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.ContextState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What building a definition means.
 *
 * @param dockerfile what the builder reads
 * @param parsed the same, read
 * @param hidden whether an ignore file keeps the Dockerfile out of what the build sees
 */
public record BuildPlan(
    Definition definition,
    DefinitionHash hash,
    HashInput input,
    GeneratedDockerfile dockerfile,
    Dockerfile parsed,
    boolean hidden) {

  /**
   * The plan for {@code definition}.
   *
   * @throws BuildRefused when it can't be built, or must not be
   */
  public static BuildPlan of(Definition definition, Surroundings surroundings) {
    Credentials.refusal(definition)
        .ifPresent(
            why -> {
              throw refused(definition, why);
            });
    var hashing = Hashing.of(definition, surroundings);
    var input = HashInput.of(definition, surroundings);
    if (!(hashing instanceof Hashing.Known known) || input.isEmpty()) {
      String why =
          hashing instanceof Hashing.Unknown unknown ? unknown.reason() : "it changed just now";
      throw refused(definition, why + ". Mend that first.");
    }
    if (!input.get().os().equalsIgnoreCase("linux")) {
      throw refused(
          definition,
          "it is for Windows, and envlens builds Linux images only. Set os_type: linux.");
    }
    if (input.get().docker().filter(HashInput.RemoteContext.class::isInstance).isPresent()) {
      throw refused(
          definition,
          "its build context isn't on this machine. Fetch it, and name the folder in build.path.");
    }
    if (input.get().docker().filter(HashInput.LocalContext.class::isInstance).isPresent()
        && input.get().conda().isPresent()) {
      throw refused(
          definition,
          "a conda file goes with an image, not with a build context. Install the packages in the Dockerfile.");
    }
    input.get().image().ifPresent(image -> requireImage(definition, image));
    var dockerfile = GeneratedDockerfile.of(known.hash(), input.get());
    return new BuildPlan(
        definition,
        known.hash(),
        input.get(),
        dockerfile,
        Dockerfile.parse(dockerfile.text()),
        isHidden(definition, surroundings));
  }

  private static boolean isHidden(Definition definition, Surroundings surroundings) {
    return definition.context().map(BuildContext::location).stream()
        .filter(ContextLocation.Folder.class::isInstance)
        .map(location -> surroundings.context(((ContextLocation.Folder) location).uri()))
        .filter(ContextState.Files.class::isInstance)
        .flatMap(state -> ((ContextState.Files) state).entries().stream())
        .noneMatch(entry -> entry.path().equals(dockerfilePath(definition)));
  }

  /** The Dockerfile's path in the context. */
  String dockerfilePath() {
    return dockerfilePath(definition);
  }

  private static String dockerfilePath(Definition definition) {
    return definition
        .context()
        .flatMap(
            context ->
                folder(definition)
                    .flatMap(
                        folder ->
                            context
                                .dockerfile()
                                .map(link -> Paths.relative(folder, link.target()))))
        .orElse(BuildContext.DEFAULT_DOCKERFILE);
  }

  private static void requireImage(Definition definition, String image) {
    if (ImageReference.parse(image) instanceof ParsedImage.Bad bad) {
      throw refused(definition, "its image has no valid name: " + bad.message());
    }
  }

  private static BuildRefused refused(Definition definition, String why) {
    return new BuildRefused("Can't build %s: %s".formatted(definition.label(), lowerFirst(why)));
  }

  private static String lowerFirst(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** What the environment is called in messages. */
  String label() {
    return definition.label();
  }

  /** {@code NAME:VERSION}, {@code NAME}, or nothing. */
  Optional<String> name() {
    return definition
        .name()
        .map(
            name ->
                name.text() + definition.version().map(Scalar::text).map(v -> ":" + v).orElse(""));
  }

  /** The folder whose files are built with, where there is one. */
  Optional<URI> folder() {
    return folder(definition);
  }

  private static Optional<URI> folder(Definition definition) {
    return definition
        .context()
        .map(BuildContext::location)
        .filter(ContextLocation.Folder.class::isInstance)
        .map(location -> ((ContextLocation.Folder) location).uri());
  }

  /** The images that it builds on, by their names, each once. */
  List<ImageReference> bases() {
    List<ImageReference> bases = new ArrayList<>();
    for (var stage : parsed.stages()) {
      if (stage.base() instanceof StageBase.Image image
          && ImageReference.parse(image.name().text()) instanceof ParsedImage.Ok ok
          && bases.stream().noneMatch(base -> base.text().equals(ok.reference().text()))) {
        bases.add(ok.reference());
      }
    }
    return List.copyOf(bases);
  }

  /** The image that the result builds on last, which may be one of several. */
  Optional<ImageReference> lastBase() {
    var stages = parsed.stages();
    for (int i = stages.size() - 1; i >= 0; ) {
      var base = stages.get(i).base();
      if (base instanceof StageBase.Image image) {
        return ImageReference.parse(image.name().text()) instanceof ParsedImage.Ok ok
            ? Optional.of(ok.reference())
            : Optional.empty();
      }
      if (!(base instanceof StageBase.Earlier earlier)) {
        return Optional.empty();
      }
      i = earlier.index();
    }
    return Optional.empty();
  }
}
