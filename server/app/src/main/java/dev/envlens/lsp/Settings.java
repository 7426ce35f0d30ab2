package dev.envlens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.envlens.check.Rules;
import dev.envlens.check.Severities;
import dev.envlens.check.Severity;
import dev.envlens.feature.Hover;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a user can set, under {@code envlens} in the editor's settings. Documented in
 * docs/settings.md.
 *
 * @param severities by code, where they aren't the rule's own
 * @param checkEnabled whether findings are shown at all
 * @param hoverSdkVersion whether hovers show the SDK's anonymous version
 * @param lensEnabled whether lenses stand above environments
 * @param hintEnabled whether hints stand within lines
 * @param maxFileSize how long a file may be that is still read: in bytes on disk, in UTF-16 units
 *     in an editor
 */
public record Settings(
    Severities severities,
    boolean checkEnabled,
    boolean hoverSdkVersion,
    boolean lensEnabled,
    boolean hintEnabled,
    int maxFileSize) {

  /** Settings, and what was wrong with what they were read from: sentences for a user. */
  public record Decoded(Settings settings, List<String> warnings) {}

  Hover.Options hoverOptions() {
    return new Hover.Options(hoverSdkVersion);
  }

  public static Settings defaults() {
    return new Settings(Severities.defaults(), true, true, true, true, Yaml.DEFAULT_MAX_LENGTH);
  }

  /** The object that holds the settings, if there is one. */
  static Optional<JsonObject> section(JsonElement element) {
    if (element == null || !element.isJsonObject()) {
      return Optional.empty();
    }
    var object = element.getAsJsonObject();
    // Some clients send the section with its name around it.
    boolean wrapped =
        object.keySet().equals(Set.of("envlens")) && object.get("envlens").isJsonObject();
    return Optional.of(wrapped ? object.getAsJsonObject("envlens") : object);
  }

  /**
   * Reads settings; what is missing or wrong keeps its default. Those of machine scope are left to
   * {@link InitialOptions}.
   */
  public static Decoded decode(JsonElement element) {
    var decoder = new Decoder();
    var section = section(element);
    if (section.isPresent()) {
      decoder.walk("", section.get());
    } else if (element != null && !element.isJsonNull()) {
      decoder.warnings.add("The settings of envlens must be an object.");
    }
    return new Decoded(decoder.settings(), List.copyOf(decoder.warnings));
  }

  private static final class Decoder {
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Optional<Severity>> severities = new HashMap<>();
    private boolean checkEnabled = true;
    private boolean hoverSdkVersion = true;
    private boolean lensEnabled = true;
    private boolean hintEnabled = true;
    private int maxFileSize = Yaml.DEFAULT_MAX_LENGTH;

    private final Map<String, BiConsumer<String, JsonElement>> keys =
        Map.of(
            "severity",
            this::severities,
            "check.enabled",
            (key, value) -> checkEnabled = flag(key, value, checkEnabled),
            "hover.sdkVersion",
            (key, value) -> hoverSdkVersion = flag(key, value, hoverSdkVersion),
            "lens.enabled",
            (key, value) -> lensEnabled = flag(key, value, lensEnabled),
            "hint.enabled",
            (key, value) -> hintEnabled = flag(key, value, hintEnabled),
            "maxFileSize",
            this::size);

    private Settings settings() {
      return new Settings(
          new Severities(severities),
          checkEnabled,
          hoverSdkVersion,
          lensEnabled,
          hintEnabled,
          maxFileSize);
    }

    /** Editors write {@code check.enabled} as one key or as two nested ones. */
    private void walk(String prefix, JsonObject object) {
      for (var entry : object.entrySet()) {
        String key = prefix + entry.getKey();
        var reader = keys.get(key);
        boolean isGroup = keys.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
        if (reader != null) {
          reader.accept(key, entry.getValue());
        } else if (isGroup && entry.getValue().isJsonObject()) {
          walk(key + ".", entry.getValue().getAsJsonObject());
        } else if (!InitialOptions.has(key)) {
          warnings.add("'envlens.%s' isn't a setting; see docs/settings.md.".formatted(key));
        }
      }
    }

    private void severities(String key, JsonElement value) {
      if (!value.isJsonObject()) {
        warnings.add("'envlens.severity' must map codes to severities.");
        return;
      }
      for (var entry : value.getAsJsonObject().entrySet()) {
        String level = entry.getValue().isJsonPrimitive() ? entry.getValue().getAsString() : "";
        var severity = Severity.of(level);
        if (Rules.of(entry.getKey()).isEmpty()) {
          warnings.add("'envlens.severity': there is no rule '%s'.".formatted(entry.getKey()));
        } else if (severity.isEmpty() && !level.equals("off")) {
          warnings.add(
              "'envlens.severity.%s' is '%s'; use error, warning, information, hint or off."
                  .formatted(entry.getKey(), level));
        } else {
          severities.put(entry.getKey(), severity);
        }
      }
    }

    private boolean flag(String key, JsonElement value, boolean otherwise) {
      if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
        return value.getAsBoolean();
      }
      warnings.add("'envlens.%s' must be true or false.".formatted(key));
      return otherwise;
    }

    private void size(String key, JsonElement value) {
      if (value.isJsonPrimitive()
          && value.getAsJsonPrimitive().isNumber()
          && value.getAsDouble() >= 1
          && value.getAsDouble() <= Integer.MAX_VALUE) {
        maxFileSize = (int) value.getAsDouble();
      } else {
        warnings.add("'envlens.maxFileSize' must be a number above zero.");
      }
    }
  }
}
