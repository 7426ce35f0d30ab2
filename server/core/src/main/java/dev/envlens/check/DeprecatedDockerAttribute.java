package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code deprecated-docker-attribute}: a Docker setting of a run stands in the definition. Source:
 * Microsoft's troubleshooting catalogue; the defaults are those that SDK v1 exports.
 */
final class DeprecatedDockerAttribute extends V1Rule {

  /** What exports hold where nobody chose anything, by attribute. */
  private static final Map<String, Set<String>> DEFAULTS =
      Map.of(
          "enabled", Set.of(),
          "arguments", Set.of(),
          "sharedVolumes", Set.of("true"),
          "gpuSupport", Set.of(),
          "shmSize", Set.of("2g"));

  /** Of these, {@code false} is a choice. */
  private static final Set<String> ON_BY_DEFAULT = Set.of("sharedVolumes");

  DeprecatedDockerAttribute() {
    super(
        "deprecated-docker-attribute",
        Severity.WARNING,
        "A Docker setting of a run stands in a v1 definition.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    return definition.node().mapping("docker").stream()
        .flatMap(
            docker ->
                docker.effective().stream()
                    .filter(DeprecatedDockerAttribute::isChosen)
                    .map(entry -> finding(definition, docker, entry)));
  }

  private static boolean isChosen(Entry entry) {
    var defaults = DEFAULTS.get(entry.name());
    if (defaults == null) {
      return false;
    }
    String text = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    return (isGiven(entry.value()) && defaults.stream().noneMatch(text::equalsIgnoreCase))
        || (ON_BY_DEFAULT.contains(entry.name()) && text.equalsIgnoreCase("false"));
  }

  private Finding finding(Definition definition, Mapping docker, Entry entry) {
    return finding(
        definition.place(CondaRule.key(entry)),
        "'%s' is deprecated in a definition: %s"
            .formatted(
                entry.name(),
                switch (entry.name()) {
                  case "enabled" -> "the run configuration says whether Docker is used. Remove it.";
                  case "arguments" -> "the run configuration, or 'docker_args' of a job, has them.";
                  case "shmSize" -> "the run configuration, or 'shm_size' of a job, has it.";
                  default -> "it has no effect any more. Remove it.";
                }),
        Fix.ifAny(
            "Remove '%s'".formatted(entry.name()),
            definition.source().uri(),
            new YamlEdits(definition.source().yaml()).delete(docker, entry)));
  }
}
