package dev.envlens.feature;

import dev.envlens.yaml.PackagedTable;
import java.util.List;

/**
 * The conda channels to choose from (schemas/data/conda-channels.json).
 *
 * @param all the most usual first
 */
record Channels(List<Channel> all) {

  /** One channel: its name, and what is in it. */
  record Channel(String name, String about) {}

  Channels {
    all = List.copyOf(all);
  }

  /** The table that envlens is shipped with, read when first asked for. */
  static Channels shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final Channels TABLE =
        new Channels(
            PackagedTable.read("conda-channels.json")
                .rows("channels")
                .map(row -> new Channel(row.text("name"), row.text("description")))
                .toList());
  }
}
