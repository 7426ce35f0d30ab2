package dev.envlens.index;

import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.Locale;
import java.util.Set;

/** What kind of file uses an environment. */
public enum Host {
  JOB,
  COMPONENT,
  ONLINE_DEPLOYMENT,
  BATCH_DEPLOYMENT;

  private static final Set<String> ONLINE_TYPES = Set.of("managed", "kubernetes");

  /** One of these beside {@code endpoint_name} makes a batch deployment. */
  private static final Set<String> BATCH_KEYS =
      Set.of("compute", "mini_batch_size", "max_concurrency_per_instance", "output_action");

  /** What a file is whose root is {@code root}: by its {@code $schema}, else by its keys. */
  static Host of(Mapping root) {
    var schema = root.scalar("$schema").map(Scalar::text);
    if (schema.isPresent()) {
      return bySchema(schema.get().toLowerCase(Locale.ROOT));
    }
    String type = root.scalar("type").map(Scalar::text).orElse("");
    if (ONLINE_TYPES.contains(type)) {
      return ONLINE_DEPLOYMENT;
    }
    if (root.has("endpoint_name")) {
      boolean batch = type.equals("batch") || BATCH_KEYS.stream().anyMatch(root::has);
      return batch ? BATCH_DEPLOYMENT : ONLINE_DEPLOYMENT;
    }
    return JOB;
  }

  private static Host bySchema(String schema) {
    String file = schema.substring(schema.lastIndexOf('/') + 1);
    if (file.contains("deployment")) {
      return file.contains("batch") ? BATCH_DEPLOYMENT : ONLINE_DEPLOYMENT;
    }
    return file.contains("component") ? COMPONENT : JOB;
  }
}
