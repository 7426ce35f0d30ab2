package dev.envlens.docker;

import dev.envlens.json.Json;
import dev.envlens.setup.MachineSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The images that the Docker engine has. Any thread may ask.
 *
 * <p>An engine on a socket of this machine, or on a port without TLS, is asked directly, in a tenth
 * of the time that docker-java takes to start: {@code envlens status} asks one thing and ends. All
 * others are asked through docker-java.
 */
public final class LocalImages {

  private final Optional<EngineSocket> socket;
  private final Supplier<DockerConnection> connection;
  private final Duration limit;

  /**
   * @param connection the same engine through docker-java
   * @param limit of a question
   */
  public LocalImages(
      MachineSettings settings, Supplier<DockerConnection> connection, Duration limit) {
    this.socket = EngineSocket.of(settings);
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * The image that the engine knows by a reference: a name with or without a tag, a name with a
   * digest, or an id.
   *
   * @throws EngineFault when the engine doesn't say
   */
  public Optional<LocalImage> find(String reference) {
    return socket.isPresent()
        ? ask(socket.get(), reference)
        : new InspectedImage(connection, limit).find(reference);
  }

  private Optional<LocalImage> ask(EngineSocket engine, String reference) {
    var answer = engine.get("/images/" + reference + "/json", limit);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    var tree = Json.parse(answer.body()).filter(it -> Json.text(it, "/Id").isPresent());
    if (answer.status() != 200 || tree.isEmpty()) {
      throw new EngineFault(
          "The Docker engine at %s has a fault of its own (%d). Look at its log, or restart it."
              .formatted(engine.address(), answer.status()));
    }
    return Optional.of(image(reference, tree.get()));
  }

  private static LocalImage image(String reference, JsonNode tree) {
    Map<String, String> labels = new HashMap<>();
    tree.at("/Config/Labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
    return new LocalImage(
        reference,
        Json.text(tree, "/Id").orElse(""),
        texts(tree.path("RepoTags")),
        texts(tree.path("RepoDigests")),
        Json.text(tree, "/Created").flatMap(LocalImages::instant),
        tree.path("Size").asLong(0),
        labels);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
