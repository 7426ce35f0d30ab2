package dev.envlens.curated;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.HashInput;
import dev.envlens.definition.HexDigest;
import dev.envlens.link.ContextEntry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a definition that starts from a curated environment.
 *
 * @param origin what they say of where they come from
 * @param files their texts by path, {@code /} between its parts: {@value #ENVIRONMENT} first
 */
public record CuratedFiles(Origin origin, Map<String, String> files) {

  /** The file that defines the environment. */
  public static final String ENVIRONMENT = "environment.yml";

  private static final String FOLDER = "context";
  private static final String DOCKERFILE = "Dockerfile";

  /**
   * A definition whose image is built on the curated one.
   *
   * @param number the version of the curated environment
   * @param name the new environment's, one that the rules have nothing to say about
   */
  public static CuratedFiles of(CuratedEnvironment environment, String number, String name) {
    return with(
        new Start(environment.name(), Optional.of(number)),
        name,
        DOCKERFILE,
        Map.of(DOCKERFILE, dockerfile(environment, number)));
  }

  /**
   * A definition whose image is built as the curated one is.
   *
   * @param number the version, where it is known
   * @param dockerfile the Dockerfile's path in the context
   * @param context the texts of the context's files by path
   */
  public static CuratedFiles ofSources(
      CuratedEnvironment environment,
      Optional<String> number,
      String name,
      String dockerfile,
      Map<String, String> context) {
    return with(new Start(environment.name(), number), name, dockerfile, context);
  }

  /** The Dockerfile of a definition whose image is built on the curated one. */
  public static String dockerfile(CuratedEnvironment environment, String number) {
    return "FROM %s\n".formatted(environment.image(number));
  }

  private record Start(String name, Optional<String> number) {}

  private static CuratedFiles with(
      Start start, String name, String dockerfile, Map<String, String> context) {
    var origin = new Origin(start.name(), start.number(), hash(dockerfile, context));
    var files = new LinkedHashMap<String, String>();
    files.put(ENVIRONMENT, environment(origin, name, dockerfile));
    context.forEach((path, text) -> files.put(FOLDER + "/" + path, text));
    return new CuratedFiles(origin, files);
  }

  /**
   * The hash of a definition with this build context and nothing else.
   *
   * @param dockerfile the Dockerfile's path in the context
   * @param context the texts of the context's files by path
   */
  public static String hash(String dockerfile, Map<String, String> context) {
    List<ContextEntry> others =
        context.entrySet().stream()
            .filter(file -> !file.getKey().equals(dockerfile))
            .map(
                file ->
                    (ContextEntry)
                        new ContextEntry.File(
                            file.getKey(),
                            false,
                            file.getValue().getBytes(StandardCharsets.UTF_8).length,
                            HexDigest.SHA_256.of(file.getValue())))
            .toList();
    return DefinitionHash.of(
            new HashInput(
                Optional.empty(),
                Optional.of(new HashInput.LocalContext(context.get(dockerfile), others)),
                Optional.empty(),
                Optional.empty(),
                "linux"))
        .hex();
  }

  private static String environment(Origin origin, String name, String dockerfile) {
    String path =
        dockerfile.equals(DOCKERFILE) ? "" : "  dockerfile_path: %s\n".formatted(dockerfile);
    return """
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        name: %s
        properties:
          # Where it comes from: envlens compares every edit with it.
          %s: %s
        build:
          path: %s
        %s"""
        .formatted(name, Origin.KEY, origin.text(), FOLDER, path);
  }
}
