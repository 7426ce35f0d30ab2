package dev.envlens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code initializationOptions} alone can say, since they are filled from machine scope: a
 * folder that somebody opens must not be able to name a program, a host or a workspace. Documented
 * in docs/settings.md.
 *
 * @param trusted whether programs may be run and hosts asked for what is open
 * @param workspace the embedded workspace's database file
 * @param registry the workspace's registry, {@code host[:port][/path]}
 * @param curatedRegistry the registry of curated images, in the same form
 * @param dockerHost as {@code DOCKER_HOST}
 * @param log whether the client wants {@code envlens/log}
 * @param warnings what was wrong: sentences for a user
 */
public record InitialOptions(
    boolean trusted,
    Optional<Path> workspace,
    Optional<String> registry,
    Optional<String> curatedRegistry,
    Optional<String> dockerHost,
    boolean log,
    List<String> warnings) {

  /** The settings of machine scope; the last three are for the client that starts the server. */
  public static final List<String> SETTINGS =
      List.of(
          "trusted",
          "workspace",
          "registry",
          "curatedRegistry",
          "dockerHost",
          "javaHome",
          "logFile",
          "logLevel");

  /** Every key that only {@code initializationOptions} can hold. */
  private static final Set<String> KEYS =
      Set.of(
          "trusted",
          "workspace",
          "registry",
          "curatedRegistry",
          "dockerHost",
          "javaHome",
          "logFile",
          "logLevel",
          "log");

  private static final Set<String> DOCKER_SCHEMES = Set.of("unix", "tcp", "npipe");

  public InitialOptions {
    warnings = List.copyOf(warnings);
  }

  static boolean has(String key) {
    return KEYS.contains(key);
  }

  /** Reads them; what is missing or wrong is as if it were not there. */
  static InitialOptions decode(Optional<JsonObject> options) {
    var reader = new Reader(options.orElseGet(JsonObject::new));
    return new InitialOptions(
        reader.flag("trusted"),
        reader.text("workspace", InitialOptions::path),
        reader.text("registry", InitialOptions::registry),
        reader.text("curatedRegistry", InitialOptions::registry),
        reader.text("dockerHost", InitialOptions::dockerHost),
        reader.flag("log"),
        reader.warnings);
  }

  private static Path path(String text) {
    try {
      var path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw new IllegalArgumentException("must be the absolute path of a database file");
  }

  private static String registry(String text) {
    if (text.contains("@")
        || text.contains("://")
        || !text.matches("[\\w.-]+(:\\d+)?(/[\\w./-]+)?")) {
      throw new IllegalArgumentException(
          "must be a registry as in 'host:5000', without a scheme and without credentials, which"
              + " belong into Docker's configuration");
    }
    return text;
  }

  private static String dockerHost(String text) {
    try {
      String scheme = new URI(text).getScheme();
      if (scheme != null && DOCKER_SCHEMES.contains(scheme)) {
        return text;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException("must begin with unix://, tcp:// or npipe://");
  }

  private static final class Reader {
    private final JsonObject object;
    private final List<String> warnings = new ArrayList<>();

    Reader(JsonObject object) {
      this.object = object;
    }

    boolean flag(String key) {
      var value = Optional.ofNullable(object.get(key)).filter(it -> !it.isJsonNull());
      boolean valid =
          value.isEmpty()
              || (value.get().isJsonPrimitive() && value.get().getAsJsonPrimitive().isBoolean());
      if (!valid) {
        warnings.add("'envlens.%s' must be true or false.".formatted(key));
      }
      return valid && value.map(JsonElement::getAsBoolean).orElse(false);
    }

    /** A text that is set to something and that {@code read} takes. */
    <T> Optional<T> text(String key, Function<String, T> read) {
      var value = Optional.ofNullable(object.get(key)).filter(it -> !it.isJsonNull());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!value.get().isJsonPrimitive() || !value.get().getAsJsonPrimitive().isString()) {
        warnings.add("'envlens.%s' must be a text.".formatted(key));
        return Optional.empty();
      }
      try {
        return value.map(JsonElement::getAsString).filter(it -> !it.isBlank()).map(read);
      } catch (IllegalArgumentException e) {
        warnings.add("'envlens.%s' %s.".formatted(key, e.getMessage()));
        return Optional.empty();
      }
    }
  }
}
