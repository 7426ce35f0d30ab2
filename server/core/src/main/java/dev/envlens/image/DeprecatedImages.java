package dev.envlens.image;

import dev.envlens.yaml.PackagedTable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The base images that Microsoft names as deprecated (schemas/data/deprecated-images.json). */
public final class DeprecatedImages {

  private final Map<String, Successor> successors;

  private DeprecatedImages(Map<String, Successor> successors) {
    this.successors = successors;
  }

  /** The table that envlens is shipped with, read when first asked for. */
  public static DeprecatedImages shipped() {
    return Shipped.TABLE;
  }

  /**
   * The successor of a deprecated image, whatever its tag or digest. The registry may be left out,
   * as in Microsoft's list; an image of that name in any other registry is somebody's own.
   */
  public Optional<Successor> find(ImageReference image) {
    boolean microsofts =
        image.host().equals(BaseImages.REGISTRY) || image.host().equals(ImageReference.DOCKER_HUB);
    return microsofts ? Optional.ofNullable(successors.get(image.repository())) : Optional.empty();
  }

  private static final class Shipped {
    static final DeprecatedImages TABLE = read();

    private static DeprecatedImages read() {
      return new DeprecatedImages(
          PackagedTable.read("deprecated-images.json")
              .rows("images")
              .collect(
                  Collectors.toUnmodifiableMap(
                      row -> row.text("repository"),
                      row -> new Successor(row.text("successor"), row.text("source")))));
    }
  }
}
