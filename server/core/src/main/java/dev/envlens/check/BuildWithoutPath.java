package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
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
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (!definition.source().yaml().isIntact()) {
      return Stream.empty();
    }
    String key = definition.form() == Form.V1 ? "location" : "path";
    return definition.context().stream()
        .filter(context -> isMissing(definition, context, key))
        .map(
            context ->
                finding(
                    definition.place(
                        build(context)
                            .scalar(key)
                            .map(Scalar::range)
                            .orElse(context.entry().key().range())),
                    "'%s' doesn't say where the Dockerfile is. %s '%s'%s."
                        .formatted(
                            context.entry().name(),
                            build(context).has(key) ? "Fill in" : "Add",
                            key,
                            definition.form() == Form.V1
                                ? " with the URL of a git repository or of a storage folder"
                                : ", a folder relative to this file"),
                    definition.form() == Form.V1 ? List.of() : writePath(definition, context)));
  }

  /** Whether the key isn't there, by any name, or is empty; a null is left to the schema. */
  private static boolean isMissing(Definition definition, BuildContext context, String key) {
    var build = build(context);
    if (build.has(key)) {
      return build.scalar(key).filter(path -> path.text().isBlank()).isPresent();
    }
    var path =
        definition.form() == Form.V1
            ? List.of("docker", context.entry().name())
            : List.of(context.entry().name());
    return !build.has("local_path") && !Misspelt.stands(Subject.of(definition), path, build, key);
  }

  private static List<Fix> writePath(Definition definition, BuildContext context) {
    return build(context)
        .scalar("path")
        .map(
            empty ->
                Fix.ifAny(
                    "Write 'path: .' (new hash)",
                    definition.source().uri(),
                    List.of(new YamlEdits(definition.source().yaml()).replace(empty, "."))))
        .orElseGet(() -> insertPath(definition, context));
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
