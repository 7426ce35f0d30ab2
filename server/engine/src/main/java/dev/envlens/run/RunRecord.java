package dev.envlens.run;

import dev.envlens.workspace.EnvironmentVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is remembered.
 *
 * @param id from 1, in the order of their starts
 * @param end empty while it runs, and for ever when it was killed
 */
public record RunRecord(long id, Instant started, Optional<End> end, What what) {

  /**
   * How it ended.
   *
   * @param took in milliseconds' accuracy
   * @param status the command's exit status
   */
  public record End(Duration took, int status) {}

  /**
   * What was run.
   *
   * @param place {@code container} or {@code conda}
   * @param environment the version that was registered for it
   * @param hash the environment's
   * @param image empty outside containers
   * @param command with secrets masked
   * @param folder the working folder
   */
  public record What(
      String place,
      EnvironmentVersion.Id environment,
      String hash,
      Optional<RunImage> image,
      List<String> command,
      String folder) {
    public What {
      command = List.copyOf(command);
    }
  }

  /** The same as JSON has it on the command line and in the protocol; null where there is none. */
  public Map<String, Object> description() {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", id);
    json.put("started", started.toString());
    json.put("milliseconds", end.map(ended -> ended.took().toMillis()).orElse(null));
    json.put("status", end.map(End::status).orElse(null));
    json.put("place", what.place());
    json.put("environment", what.environment().name());
    json.put("version", what.environment().version());
    json.put("hash", what.hash());
    json.put("image", what.image().map(RunImage::reference).orElse(null));
    json.put("digest", what.image().map(RunImage::digest).orElse(null));
    json.put("command", what.command());
    json.put("folder", what.folder());
    return json;
  }
}
