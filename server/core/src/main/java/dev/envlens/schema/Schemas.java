package dev.envlens.schema;

import com.networknt.schema.Schema;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Yaml;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Validates trees against our schemas. A schema is compiled when it is first used, once; any thread
 * may ask. Nothing is ever fetched.
 */
public final class Schemas {

  private static final Lazy<Compiler> COMPILER = new Lazy<>(Compiler::new);

  private static final Map<Format, Lazy<Schema>> SCHEMAS = schemas();

  private Schemas() {}

  private static Map<Format, Lazy<Schema>> schemas() {
    var schemas = new EnumMap<Format, Lazy<Schema>>(Format.class);
    for (var format : Format.values()) {
      schemas.put(format, new Lazy<>(() -> COMPILER.get().compile(format)));
    }
    return schemas;
  }

  /**
   * Makes every schema ready for use, and the saying of a problem too. Takes some hundred
   * milliseconds in a fresh JVM, so call it on a thread that nobody waits for.
   */
  public static void load() {
    var misspelt = Yaml.parse("nmae: train").documents().get(0).root().orElseThrow();
    for (var format : Format.values()) {
      SCHEMAS.get(format).get().validate(SchemaFiles.json(format).path("examples").path(0));
      validate(format, misspelt, text -> false);
    }
  }

  /**
   * What {@code format}'s schema doesn't allow in {@code node}, in the order of the text. Takes
   * time in proportion to the tree, its aliases expanded.
   *
   * <p>A key that seems to be missing may only be unreadable: don't report {@link
   * SchemaProblem.MissingKey} when the file has syntax errors.
   *
   * @param unknown whether a scalar's text stands for something that isn't known yet, such as a
   *     template's placeholder; nothing is said of it
   */
  public static List<SchemaProblem> validate(Format format, Node node, Predicate<String> unknown) {
    var errors = SCHEMAS.get(format).get().validate(JsonTree.of(node, format.mode()).root());
    return errors.isEmpty()
        ? List.of()
        : new Findings(format, new KeyDocs(format), node, unknown).of(errors);
  }
}
