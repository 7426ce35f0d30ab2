package dev.envlens.contents;

import dev.envlens.check.Secrets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine knows of an image.
 *
 * @param reference as it was asked for
 * @param id {@code sha256:…}, of its configuration
 * @param digests {@code registry/repository@sha256:…}, where it was pulled from or pushed to
 * @param size of all layers, in bytes
 * @param layers how many there are
 * @param steps what made it, the oldest first, as its history tells
 */
public record ImageDetails(
    String reference,
    String id,
    List<String> tags,
    List<String> digests,
    Optional<Instant> created,
    long size,
    int layers,
    Platform platform,
    Map<String, String> labels,
    List<String> steps) {

  /** What it runs on. */
  public record Platform(String os, String architecture) {}

  public ImageDetails {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Map.copyOf(labels);
    steps = List.copyOf(steps);
  }

  /** As JSON has it; without secrets. */
  Map<String, Object> description() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("tags", tags);
    json.put("digests", digests);
    json.put("created", created.map(Instant::toString).orElse(null));
    json.put("size", size);
    json.put("layers", layers);
    json.put("os", platform.os());
    json.put("architecture", platform.architecture());
    var shown = new LinkedHashMap<String, Object>();
    labels.keySet().stream().sorted().forEach(key -> shown.put(key, Secrets.mask(labels.get(key))));
    json.put("labels", shown);
    json.put("steps", steps.stream().map(Secrets::mask).toList());
    return json;
  }
}
