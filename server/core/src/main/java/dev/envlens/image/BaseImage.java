package dev.envlens.image;

/**
 * A base image that Azure Machine Learning maintains.
 *
 * @param repository its path in Microsoft's registry
 * @param tag the newest tag that the table's source knows
 * @param description what is in it, for a person who chooses
 * @param source where it was seen
 */
public record BaseImage(String repository, String tag, String description, String source) {

  /** The name to write into a definition: registry, path and tag. */
  public String image() {
    return BaseImages.REGISTRY + "/" + repository + ":" + tag;
  }
}
