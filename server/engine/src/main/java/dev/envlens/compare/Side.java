package dev.envlens.compare;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Form;
import dev.envlens.definition.HashInput;
import dev.envlens.definition.Hashing;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * One of two environments to be compared, with all that is needed of it: the files may be gone.
 *
 * @param label what it is called: a path, a path at a revision, {@code NAME:VERSION}
 * @param definition as it was read
 * @param input what the hash covers
 * @param texts what it is written in
 */
public record Side(
    String label,
    Definition definition,
    DefinitionHash hash,
    HashInput input,
    List<WrittenText> texts) {

  public Side {
    texts = List.copyOf(texts);
  }

  /**
   * A text that an environment is written in.
   *
   * @param part what it holds, so that two of a kind can be set side by side
   * @param name the file's own
   */
  public record WrittenText(Part part, String name, String text) {}

  /** What a text holds. */
  public enum Part {
    ENVIRONMENT,
    CONDA,
    DOCKERFILE
  }

  /**
   * {@code definition} as a side.
   *
   * @throws SourceFault when it has no hash
   */
  public static Side of(String label, Definition definition, Surroundings files) {
    var hashing = Hashing.of(definition, files);
    var input = Hashing.input(definition, files);
    if (!(hashing instanceof Hashing.Known known) || input.isEmpty()) {
      String reason = hashing instanceof Hashing.Unknown unknown ? unknown.reason() : "it changed";
      throw new SourceFault("'%s' has no hash: %s.".formatted(label, reason));
    }
    return new Side(label, definition, known.hash(), input.get(), texts(definition));
  }

  private static List<WrittenText> texts(Definition definition) {
    List<WrittenText> texts = new ArrayList<>();
    var source = definition.source();
    String all = source.yaml().text();
    texts.add(
        new WrittenText(
            Part.ENVIRONMENT,
            Paths.name(source.uri()),
            definition.form() == Form.INLINE ? definition.node().range().of(all) : all));
    if (definition.effectiveConda().orElse(null) instanceof Conda.Linked linked) {
      linked
          .source()
          .ifPresent(
              conda ->
                  texts.add(
                      new WrittenText(Part.CONDA, Paths.name(conda.uri()), conda.yaml().text())));
    }
    definition
        .dockerfile()
        .ifPresent(
            file ->
                texts.add(new WrittenText(Part.DOCKERFILE, Paths.name(file.uri()), file.text())));
    return texts;
  }

  /** The text of {@code part}; empty where there is none. */
  public String text(Part part) {
    return texts.stream()
        .filter(text -> text.part() == part)
        .map(WrittenText::text)
        .findFirst()
        .orElse("");
  }
}
