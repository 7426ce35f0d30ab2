package dev.envlens.contents;

import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What conda notes of a package that it installed, {@code conda-meta/NAME-VERSION-BUILD.json}.
 *
 * @param channel by its name, or its URL where that says nothing; empty when it isn't noted
 * @param requested whether somebody asked for it by name
 */
record CondaRecord(String name, String version, Optional<String> channel, boolean requested) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Which part of a channel's URL is its name. */
  private static final int NAME = 3;

  /** Reads it piece by piece: the list of a package's files may be long. */
  static Optional<CondaRecord> read(InputStream content) {
    String name = "";
    String version = "";
    String channel = "";
    String requested = "";
    try (var json = JSON.createParser(ObjectReadContext.empty(), new Unclosed(content))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          switch (key) {
            case "name" -> name = json.getString();
            case "version" -> version = json.getString();
            case "channel" -> channel = json.getString();
            case "requested_spec" -> requested = json.getString();
            default -> {}
          }
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
    return name.isEmpty() || version.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CondaRecord(
                name,
                version,
                channelName(channel),
                !requested.isEmpty() && !requested.equals("None")));
  }

  /** {@code https://conda.anaconda.org/conda-forge/linux-64} is the channel conda-forge. */
  private static Optional<String> channelName(String channel) {
    if (channel.isEmpty() || channel.equals("<unknown>")) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(channel.split("/", -1));
    boolean known =
        channel.startsWith("https://conda.anaconda.org/")
            || channel.startsWith("https://repo.anaconda.com/pkgs/");
    if (!known) {
      return Optional.of(channel);
    }
    String name = parts.get(NAME);
    return Optional.of(
        name.equals("pkgs") && parts.size() > NAME + 1 ? name + "/" + parts.get(NAME + 1) : name);
  }

  FoundPackage found(String prefix) {
    return new FoundPackage(
        new InstalledPackage(Origin.CONDA, name, version, channel), prefix, requested);
  }
}
