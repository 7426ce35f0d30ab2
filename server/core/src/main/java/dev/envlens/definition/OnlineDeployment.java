package dev.envlens.definition;

import dev.envlens.yaml.Document;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes deployments to online endpoints: managed ones and those on Kubernetes. Source: the
 * CLI's schemas of deployments; batch deployments run as jobs and need no server.
 */
public final class OnlineDeployment {

  /** Where a deployment has its environment. */
  private static final String POINTER = "/environment";

  private static final String SCHEMA = "onlinedeployment.schema.json";

  private static final Set<String> TYPES = Set.of("managed", "kubernetes");

  /** One of these beside {@code endpoint_name} makes a deployment that serves. */
  private static final Set<String> SERVING =
      Set.of(
          "app_insights_enabled",
          "code_configuration",
          "instance_type",
          "liveness_probe",
          "model",
          "readiness_probe",
          "request_settings",
          "scale_settings");

  private static final Set<String> BATCH =
      Set.of(
          "component",
          "compute",
          "max_concurrency_per_instance",
          "mini_batch_size",
          "output_action",
          "resources");

  private OnlineDeployment() {}

  /** Whether {@code use} is the environment of an online deployment, by its schema or its shape. */
  public static boolean has(EnvironmentUse use) {
    return use.pointer().equals(POINTER)
        && use.source().yaml().documents().stream()
            .map(Document::mapping)
            .flatMap(Optional::stream)
            .filter(root -> root.range().contains(use.anchor()))
            .anyMatch(OnlineDeployment::isOnline);
  }

  private static boolean isOnline(Mapping root) {
    var schema = root.scalar("$schema").map(Scalar::text);
    if (schema.isPresent()) {
      return schema.get().strip().toLowerCase(Locale.ROOT).endsWith(SCHEMA);
    }
    var type = root.scalar("type").map(Scalar::text);
    return root.has("endpoint_name")
        && type.map(TYPES::contains).orElse(true)
        && SERVING.stream().anyMatch(root::has)
        && BATCH.stream().noneMatch(root::has);
  }
}
