package dev.envlens.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The version under which Microsoft's Python SDK (azure-ai-ml) and the CLI register an environment
 * that has no name. It is theirs, and exact: it differs from {@link DefinitionHash}, which is ours,
 * in what it covers (a conda file's name counts, channels and routes too) and in what it is for.
 *
 * @param sha256 what today's SDK computes: 64 lower-case hex digits
 * @param md5 what older ones computed: 32 lower-case hex digits
 */
public record SdkVersion(String sha256, String md5) {

  /**
   * The version of an environment made of an image.
   *
   * <p>An empty conda definition or inference configuration counts as none, as it does in Python.
   *
   * @param conda the whole conda definition, every scalar as text
   * @param inferenceConfig the value of {@code inference_config}, every scalar as text (ports too)
   */
  public static SdkVersion ofImage(
      String image, Optional<JsonNode> conda, Optional<JsonNode> inferenceConfig) {
    List<String> further = new ArrayList<>();
    inferenceConfig.filter(SdkVersion::isTrue).map(PyYaml::dump).ifPresent(further::add);
    conda.filter(SdkVersion::isTrue).map(PyYaml::dump).ifPresent(further::add);
    return of(image, further);
  }

  /**
   * The version of an environment made of a build context.
   *
   * @param uploadHash the SDK's own MD5 of the context folder, in lower-case hex digits
   * @param dockerfilePath {@code build.dockerfile_path} where it is given
   */
  public static SdkVersion ofContext(String uploadHash, Optional<String> dockerfilePath) {
    return of(uploadHash, dockerfilePath.filter(path -> !path.isEmpty()).stream().toList());
  }

  /** Python's truth: an empty text, list or map is false. */
  private static boolean isTrue(JsonNode value) {
    return value.isContainer() ? !value.isEmpty() : !value.asString("").isEmpty();
  }

  private static SdkVersion of(String first, List<String> further) {
    return new SdkVersion(
        version(HexDigest.SHA_256, first, further), version(HexDigest.MD5, first, further));
  }

  private static String version(HexDigest digest, String first, List<String> further) {
    String joined = digest.of(first);
    for (String text : further) {
      // Python's joined.join(hex) puts what there is so far between the digits of the new digest.
      // Two rounds of it come to 258,112 characters; there is never a third.
      joined = String.join(joined, digest.of(text).split(""));
    }
    return digest.of(joined);
  }
}
