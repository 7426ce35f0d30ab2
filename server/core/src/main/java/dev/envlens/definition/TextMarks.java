package dev.envlens.definition;

import java.util.List;

/**
 * Words without which a text holds nothing for envlens. Looking for them takes a thousandth of the
 * time of reading a large file that is somebody's data.
 */
public final class TextMarks {

  /** One of these stands in every JSON file that defines an environment. */
  private static final List<String> JSON =
      List.of(
          "environment.schema.json",
          "\"image\"",
          "\"build\"",
          "\"conda_file\"",
          "\"condaDependencies\"",
          "\"condaDependenciesFile\"",
          "\"userManagedDependencies\"",
          "\"interpreterPath\"",
          "\"baseImage\"",
          "\"baseDockerfile\"",
          "\"buildContext\"");

  /** One of these stands in every YAML file that defines, holds or names an environment. */
  private static final List<String> YAML =
      List.of(
          "environment",
          "image",
          "build",
          "conda",
          "dependencies",
          "userManagedDependencies",
          "interpreterPath",
          "baseDockerfile");

  private TextMarks() {}

  /** Whether the JSON text may define an environment. */
  public static boolean mayDefineInJson(String text) {
    return JSON.stream().anyMatch(text::contains);
  }

  /** Whether the YAML text may hold anything for envlens. */
  public static boolean mayBeOurs(String text) {
    return YAML.stream().anyMatch(text::contains);
  }
}
