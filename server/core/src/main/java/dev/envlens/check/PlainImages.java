package dev.envlens.check;

import dev.envlens.image.ImageReference;
import dev.envlens.yaml.PackagedTable;
import java.util.List;

/** The images that are known to hold no server of their own (schemas/data/plain-images.json). */
final class PlainImages {

  private static final String ANY = "*";

  private PlainImages() {}

  static boolean contain(ImageReference image) {
    String name = image.host() + "/" + image.repository();
    return Shipped.REPOSITORIES.stream()
        .anyMatch(
            plain ->
                plain.endsWith(ANY)
                    ? name.startsWith(plain.substring(0, plain.length() - ANY.length()))
                    : name.equals(plain));
  }

  private static final class Shipped {
    static final List<String> REPOSITORIES =
        PackagedTable.read("plain-images.json")
            .rows("images")
            .map(row -> row.text("repository"))
            .toList();
  }
}
