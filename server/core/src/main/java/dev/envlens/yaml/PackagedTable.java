package dev.envlens.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the tables in schemas/data that are shipped with envlens.
 *
 * <p>They are JSON and read as the YAML that they are, too: that reader is loaded anyway, while
 * Jackson's mapper takes over 100 ms to load in a fresh JVM.
 */
public record PackagedTable(Mapping root) {

  private static final String FOLDER = "/dev/envlens/schemas/data/";

  /** One row: the cells of one object in a list. */
  public record Row(Mapping cells) {

    /**
     * The text in the cell {@code name}.
     *
     * @throws IllegalStateException when the table was packaged without it
     */
    public String text(String name) {
      return PackagedTable.text(cells, name);
    }
  }

  /**
   * The table in {@code file}.
   *
   * @throws IllegalStateException when envlens was packaged without it
   */
  public static PackagedTable read(String file) {
    return Yaml.parse(content(FOLDER + file)).documents().stream()
        .findFirst()
        .flatMap(Document::mapping)
        .map(PackagedTable::new)
        .orElseThrow(() -> new IllegalStateException(file + " is no table"));
  }

  /** The text at the top of the table under {@code name}. */
  public String text(String name) {
    return text(root, name);
  }

  /** The rows of the list {@code name}. */
  public Stream<Row> rows(String name) {
    return root.sequence(name).map(Sequence::items).stream()
        .flatMap(List::stream)
        .map(Item::value)
        .filter(Mapping.class::isInstance)
        .map(cells -> new Row((Mapping) cells));
  }

  private static String text(Mapping cells, String name) {
    return cells
        .scalar(name)
        .map(Scalar::text)
        .orElseThrow(() -> new IllegalStateException("a table lacks '%s'".formatted(name)));
  }

  private static String content(String path) {
    try (InputStream stream = PackagedTable.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("envlens was packaged without " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
