package dev.envlens.build;

import java.util.LinkedHashMap;
import java.util.Map;

/** The labels of an image that envlens built. */
public final class ImageLabels {

  /** The hash: 64 hex digits. */
  public static final String HASH = "dev.envlens.hash";

  /** What was hashed: canonical JSON. */
  public static final String DEFINITION = "dev.envlens.definition";

  /** Which envlens built it. */
  public static final String VERSION = "dev.envlens.version";

  /** {@code NAME:VERSION} of the environment that it was built for first. */
  public static final String ENVIRONMENT = "dev.envlens.environment";

  /** Where that definition came from, in words. */
  public static final String SOURCE = "dev.envlens.source";

  private ImageLabels() {}

  static Map<String, String> of(BuildPlan plan, String source) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(HASH, plan.hash().hex());
    labels.put(DEFINITION, plan.hash().canonicalJson());
    labels.put(VERSION, Workshop.version());
    plan.name().ifPresent(name -> labels.put(ENVIRONMENT, name));
    labels.put(SOURCE, source);
    return labels;
  }
}
