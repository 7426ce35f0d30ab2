package dev.envlens.image;

import dev.envlens.yaml.PackagedTable;
import java.util.List;

/** The base images to choose from (schemas/data/base-images.json). */
public final class BaseImages {

  static final String REGISTRY = "mcr.microsoft.com";

  private final List<BaseImage> images;
  private final BaseImage usual;

  private BaseImages(List<BaseImage> images, BaseImage usual) {
    this.images = images;
    this.usual = usual;
  }

  /** The table that envlens is shipped with, read when first asked for. */
  public static BaseImages shipped() {
    return Shipped.TABLE;
  }

  /** All of them, newest first. */
  public List<BaseImage> all() {
    return images;
  }

  /** The one to offer when nothing is known of what it is for: runs on any machine, without GPU. */
  public BaseImage usual() {
    return usual;
  }

  private static final class Shipped {
    static final BaseImages TABLE = read();

    private static BaseImages read() {
      var table = PackagedTable.read("base-images.json");
      var images =
          table
              .rows("images")
              .map(
                  row ->
                      new BaseImage(
                          row.text("repository"),
                          row.text("tag"),
                          row.text("description"),
                          row.text("source")))
              .toList();
      var usual =
          images.stream()
              .filter(image -> image.repository().equals(table.text("usual")))
              .findFirst()
              .orElseThrow();
      return new BaseImages(images, usual);
    }
  }
}
