package dev.envlens.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** Reads one of the tables that are shipped with envlens. */
final class Table {

  private static final String FOLDER = "/dev/envlens/schemas/data/";

  private Table() {}

  /**
   * The table in {@code file}, bound to {@code type}.
   *
   * @throws IllegalStateException when envlens was packaged without it
   */
  static <T> T read(String file, Class<T> type) {
    try (InputStream json = Table.class.getResourceAsStream(FOLDER + file)) {
      if (json == null) {
        throw new IllegalStateException("envlens was packaged without " + FOLDER + file);
      }
      return JsonMapper.shared().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
