package dev.envlens.feature;

import static dev.envlens.known.CacheWords.users;

import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.SdkVersions;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheWords.Cost;
import dev.envlens.known.KnownImages;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.stream.Collectors;

/** An environment's identity as it is on the screen now. */
final class EnvironmentHover {

  private EnvironmentHover() {}

  static Hover of(
      Definition definition,
      TextRange range,
      Surroundings surroundings,
      Hover.Options options,
      Workspace workspace) {
    var text = new StringBuilder("**Environment**");
    definition
        .name()
        .map(Scalar::text)
        .ifPresent(name -> text.append(' ').append(Markdown.code(name)));
    definition
        .version()
        .map(Scalar::text)
        .ifPresent(version -> text.append(" version ").append(Markdown.code(version)));
    var hashing = Hashing.of(definition, surroundings);
    text.append(" · ").append(Origin.kind(definition, hashing).label());
    if (hashing instanceof Hashing.Known known) {
      hash(text, definition, known, workspace.images());
      outside(text, definition, known.hash().hex(), surroundings, workspace);
      NeighbourText.add(
          text, definition, workspace.neighbours().of(definition, known.hash(), surroundings));
    } else if (hashing instanceof Hashing.Unknown unknown) {
      text.append("\n\nNo hash: ").append(Markdown.plain(unknown.reason())).append('.');
    }
    if (options.sdkVersion()) {
      SdkVersions.of(definition, surroundings)
          .ifPresent(
              version ->
                  text.append("\n\nAnonymous version of the Azure ML SDK: ")
                      .append(Markdown.code(version.sha256()))
                      .append(" (older SDKs: ")
                      .append(Markdown.code(version.md5()))
                      .append(")"));
    }
    return new Hover(range, text.toString());
  }

  private static void hash(
      StringBuilder text, Definition definition, Hashing.Known known, KnownImages images) {
    DefinitionHash hash = known.hash();
    text.append("\n\nHash ").append(Markdown.code(hash.hex()));
    text.append("\n\n| part | digest | from |\n|---|---|---|");
    for (var part : hash.parts()) {
      text.append("\n| ")
          .append(part.name())
          .append(" | ")
          .append(Markdown.code(part.digest().substring(0, 8)))
          .append(" | ")
          .append(from(definition, known.places().getOrDefault(part.name(), List.of())))
          .append(" |");
    }
    text.append("\n\nImage ").append(Markdown.code(hash.repository()));
    text.append("\n\n")
        .append(
            images
                .status(hash.hex())
                .map(CacheWords::atLength)
                .orElse("No cache has been asked for an image with this hash."));
  }

  /** What a build would cost, and who is known to use the image. */
  private static void outside(
      StringBuilder text,
      Definition definition,
      String hash,
      Surroundings surroundings,
      Workspace workspace) {
    var images = workspace.images();
    images
        .status(hash)
        .filter(status -> status.state() == CacheState.MISSING)
        .ifPresent(
            missing ->
                new Cost(BuildSteps.of(definition, surroundings), images.lastTook(hash))
                    .sentences()
                    .forEach(sentence -> text.append("\n\n").append(Markdown.plain(sentence))));
    users(
            workspace.registered().sharing(hash).stream()
                .map(version -> version.name() + ":" + version.version())
                .toList())
        .ifPresent(sentence -> text.append("\n\n").append(Markdown.plain(sentence)));
  }

  private static String from(Definition definition, List<Place> places) {
    return places.stream()
        .map(
            place ->
                place.file().equals(definition.source().uri())
                    ? line(definition, place)
                    : Markdown.cell(Paths.name(place.file())))
        .collect(Collectors.joining(", "));
  }

  private static String line(Definition definition, Place place) {
    int line = definition.source().yaml().lines().line(place.range().start());
    return "line " + (line + 1);
  }
}
