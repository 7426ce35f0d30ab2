package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Mapping;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code build-without-path}: the service wants to know the folder of a build context, though the
 * client lets it be left out.
 */
final class BuildWithoutPath implements Rule {

  @Override
  public String code() {
    return "build-without-path";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A build context without a place.";
  }

  @Override
  public Stream<Finding> definition(Definition definition) {
    if (!definition.source().yaml().isIntact()) {
      return Stream.empty();
    }
    String key = definition.form() == Form.V1 ? "location" : "path";
    return definition.context().stream()
        .filter(context -> !build(context).has(key) && !build(context).has("local_path"))
        .map(
            context ->
                finding(
                    definition.place(context.entry().key().range()),
                    "'%s' doesn't say where the Dockerfile is. Add '%s'%s."
                        .formatted(
                            context.entry().name(),
                            key,
                            definition.form() == Form.V1
                                ? " with the URL of a git repository or of a storage folder"
                                : ", a folder relative to this file"),
                    definition.form() == Form.V1 ? List.of() : insertPath(definition, context)));
  }

  private static List<Fix> insertPath(Definition definition, BuildContext context) {
    return Fix.ifAny(
        "Add 'path: .'",
        definition.source().uri(),
        new YamlEdits(definition.source().yaml())
            .insertFirst(build(context), "path", new NewValue.Text(".")));
  }

  private static Mapping build(BuildContext context) {
    return (Mapping) context.entry().value();
  }
}
