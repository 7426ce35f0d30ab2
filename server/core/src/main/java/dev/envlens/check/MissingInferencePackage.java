package dev.envlens.check;

import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Kind;
import dev.envlens.definition.OnlineDeployment;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code missing-inference-package}: an environment that is to serve a model lists neither {@code
 * azureml-defaults} nor {@code azureml-inference-server-http}, so nothing answers requests. Source:
 * the service's documentation of environments and of online endpoints. Nothing is said of what
 * can't be told: a bare image, an image that may bring a server, a file that couldn't be read.
 */
final class MissingInferencePackage extends CondaRule {

  MissingInferencePackage() {
    super(
        "missing-inference-package",
        Severity.WARNING,
        "An environment that serves a model without a package that answers requests.");
  }

  @Override
  public boolean dependsOnUse() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (!definition.source().yaml().isIntact() || hasInferencingStack(definition)) {
      return Stream.empty();
    }
    return reason(definition, facts).flatMap(reason -> finding(definition, reason)).stream();
  }

  /** A v1 definition may have the service install what it needs. */
  private static boolean hasInferencingStack(Definition definition) {
    return definition
        .node()
        .scalar("inferencingStackVersion")
        .filter(version -> !version.isNull())
        .isPresent();
  }

  /** How it is known that the environment serves a model, as the beginning of a sentence. */
  static Optional<String> reason(Definition definition, Facts facts) {
    if (config(definition).isPresent()) {
      return Optional.of("'inference_config' is for serving a model");
    }
    return OnlineDeployment.has(definition)
        ? Optional.of("An online deployment serves a model with this environment")
        : facts
            .served()
            .by(definition)
            .map(
                file ->
                    "The online deployment '%s' serves a model with this environment"
                        .formatted(Paths.name(file)));
  }

  private static Optional<Entry> config(Definition definition) {
    return definition.entry("inference_config").filter(entry -> entry.value() instanceof Mapping);
  }

  private Optional<Finding> finding(Definition definition, String reason) {
    return definition.kind() instanceof Kind.SystemManaged
        ? definition
            .effectiveConda()
            .flatMap(Conda::section)
            .flatMap(conda -> inConda(definition, conda, reason))
        : definition
            .dockerfile()
            .filter(dockerfile -> !ServingDockerfile.mayServe(dockerfile))
            .map(dockerfile -> inContext(definition, dockerfile, reason));
  }

  private Optional<Finding> inConda(Definition definition, CondaSection conda, String reason) {
    var dependencies =
        conda
            .file()
            .dependenciesEntry()
            .filter(entry -> entry.value() instanceof Sequence list && !list.items().isEmpty());
    if (dependencies.isEmpty()
        || !conda.source().yaml().isIntact()
        || InferencePackages.mayBeIn(conda)) {
      return Optional.empty();
    }
    var place = conda.place(key(dependencies.get()));
    return Optional.of(
        finding(
            at(definition).orElse(place),
            message(reason, "its packages"),
            InsertedPackage.forPip(InferencePackages.DEFAULTS, conda)));
  }

  private static Optional<Place> at(Definition definition) {
    return config(definition).map(entry -> definition.place(key(entry)));
  }

  private Finding inContext(Definition definition, DockerfileSource dockerfile, String reason) {
    var place =
        definition
            .context()
            .map(BuildContext::entry)
            .map(entry -> definition.place(key(entry)))
            .orElseGet(() -> definition.place(definition.anchor()));
    return finding(
        at(definition).orElse(place),
        message(reason, "what the Dockerfile installs"),
        onlyRequirements(dockerfile).map(MissingInferencePackage::appended));
  }

  /** The requirements file, where there is exactly one. */
  private static Optional<RequirementsSource> onlyRequirements(DockerfileSource dockerfile) {
    List<RequirementsSource> files =
        dockerfile.installed().stream()
            .flatMap(link -> link.sources().stream())
            .filter(file -> !file.use().constraints())
            .distinct()
            .toList();
    return files.size() == 1 && !hasHashes(files.get(0))
        ? Optional.of(files.get(0))
        : Optional.empty();
  }

  /** Where one line has a checksum, pip wants one of every line. */
  private static boolean hasHashes(RequirementsSource file) {
    return file.file().entries().stream()
        .anyMatch(
            entry ->
                entry.line() instanceof Parsed.Ok<RequirementLine> ok
                    && ok.value() instanceof RequirementLine.Named named
                    && named.hasHash());
  }

  private static Fix appended(RequirementsSource file) {
    return InsertedPackage.appended(InferencePackages.DEFAULTS, file);
  }

  private static String message(String reason, String where) {
    return "%s, but neither azureml-defaults nor azureml-inference-server-http is among %s, so nothing answers its requests. Add one, as in '%s'."
        .formatted(reason, where, InsertedPackage.pinnedForPip(InferencePackages.DEFAULTS));
  }
}
