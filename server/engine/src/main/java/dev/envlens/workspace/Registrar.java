package dev.envlens.workspace;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.link.Surroundings;
import dev.envlens.workspace.EnvironmentVersion.Notes;
import dev.envlens.workspace.WorkspaceFault.Kind;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers definitions in a workspace. */
public final class Registrar {

  private final Workspace workspace;

  public Registrar(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What a person says beside the definition.
   *
   * @param name instead of the definition's; an inline environment has none of its own
   * @param version instead of the definition's
   * @param source where the definition comes from, in words
   * @param by who registers it
   */
  public record Request(
      Optional<String> name, Optional<String> version, String source, String by) {}

  /**
   * Registers {@code definition}; waits for the disk and the workspace.
   *
   * @throws WorkspaceFault when it has no name, no hash or holds a secret, or the workspace refuses
   *     it
   */
  public Registration register(Definition definition, Surroundings surroundings, Request request) {
    return workspace.register(submission(definition, surroundings, request));
  }

  /** What {@link #register} would do now. */
  public Registration preview(Definition definition, Surroundings surroundings, Request request) {
    return workspace.preview(submission(definition, surroundings, request));
  }

  private static Submission submission(
      Definition definition, Surroundings surroundings, Request request) {
    String name =
        request.name().or(() -> ownName(definition)).orElseThrow(() -> nameless(definition));
    var folder =
        DefinitionFolder.of(
            definition, surroundings, new DefinitionFolder.Naming(name, request.version()));
    return new Submission(
        name,
        request.version().or(() -> ownVersion(definition)),
        folder.content(),
        notes(definition),
        folder::open,
        request.source(),
        request.by());
  }

  /** The service ignores the name of an inline environment. */
  private static Optional<String> ownName(Definition definition) {
    return definition.form() == Form.INLINE
        ? Optional.empty()
        : definition.name().map(Scalar::text);
  }

  private static Optional<String> ownVersion(Definition definition) {
    return definition.form() == Form.INLINE
        ? Optional.empty()
        : definition.version().map(Scalar::text);
  }

  private static WorkspaceFault nameless(Definition definition) {
    return new WorkspaceFault(
        Kind.REFUSED,
        definition.form() == Form.INLINE
            ? "An inline environment has no name of its own. Say under which name to register it."
            : "The environment has no name. Add 'name:', or say under which name to register it.");
  }

  private static Notes notes(Definition definition) {
    return new Notes(
        definition.node().scalar("description").map(Scalar::text).orElse(""),
        texts(definition, "tags"),
        texts(definition, "properties"));
  }

  private static Map<String, String> texts(Definition definition, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (var entry : definition.node().mapping(key).map(Mapping::effective).orElse(List.of())) {
      if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        texts.put(entry.name(), scalar.text());
      }
    }
    return texts;
  }
}
