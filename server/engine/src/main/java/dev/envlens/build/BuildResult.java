package dev.envlens.build;

import dev.envlens.definition.DefinitionHash;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a build.
 *
 * @param image where the image is now
 * @param took all of it, waiting for others included
 * @param steps of the build; none when nothing was built
 * @param log the id of the build, whose log and record are kept; empty when nothing was built
 * @param replaced the name that the image which was there before has now, after a rebuild
 */
public record BuildResult(
    Outcome outcome,
    DefinitionHash hash,
    Built image,
    Duration took,
    List<BuildStep> steps,
    Optional<String> log,
    Optional<String> replaced) {

  public BuildResult {
    steps = List.copyOf(steps);
  }

  /** What was done. */
  public enum Outcome {
    /** The engine had the image: nothing. */
    CACHED,
    /** A registry had it: it was pulled. */
    PULLED,
    /** It was built. */
    BUILT;

    /** As JSON has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An image.
   *
   * @param reference what to run: its name at the engine
   * @param id {@code sha256:…}, the engine's
   * @param digest the manifest's, {@code sha256:…}, where it was in a registry
   * @param pushed its name in the workspace's registry, when it was pushed
   */
  public record Built(
      String reference, String id, Optional<String> digest, Optional<String> pushed) {}

  /** The same as JSON has it on the command line and in the protocol; null where there is none. */
  public Map<String, Object> description() {
    var json = new LinkedHashMap<String, Object>();
    json.put("outcome", outcome.word());
    json.put("hash", hash.hex());
    json.put("reference", image.reference());
    json.put("id", image.id());
    json.put("digest", image.digest().orElse(null));
    json.put("pushed", image.pushed().orElse(null));
    json.put("replaced", replaced.orElse(null));
    json.put("seconds", seconds(took));
    json.put("steps", steps.stream().map(BuildResult::description).toList());
    json.put("log", log.orElse(null));
    return json;
  }

  private static Map<String, Object> description(BuildStep step) {
    var json = new LinkedHashMap<String, Object>();
    json.put("number", step.number());
    json.put("instruction", step.instruction());
    json.put("seconds", seconds(step.took()));
    json.put("cached", step.cached());
    return json;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
