package dev.envlens.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a schema knows of one key.
 *
 * @param name the key; empty for an item of a list and for the file as a whole
 * @param title a short name, where the schema has one
 * @param description what it is, in Markdown
 * @param types the types of value that fit, as JSON Schema names them ({@code string}, {@code
 *     integer}, {@code number}, {@code boolean}, {@code array}, {@code object}, {@code null}); none
 *     when anything fits
 * @param examples values as YAML; mappings and lists in block style, over several lines
 * @param defaultValue what counts when the key is absent
 * @param allowed the values allowed; none when there is no such list
 * @param required whether the mapping that it stands in must have it
 * @param deprecated whether it is better left out
 * @param readOnly whether Azure writes it, and nobody else
 * @param movedTo the name that the key has today
 */
public record KeyDoc(
    String name,
    Optional<String> title,
    String description,
    List<String> types,
    List<String> examples,
    Optional<String> defaultValue,
    List<String> allowed,
    boolean required,
    boolean deprecated,
    boolean readOnly,
    Optional<String> movedTo) {

  public KeyDoc {
    types = List.copyOf(types);
    examples = List.copyOf(examples);
    allowed = List.copyOf(allowed);
  }

  /** Whether it is worth proposing to somebody who writes a file. */
  public boolean isForWriting() {
    return !deprecated && !readOnly && movedTo.isEmpty();
  }
}
