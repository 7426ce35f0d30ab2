package dev.envlens.check;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget.Named;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.text.Nearest;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code unknown-environment}: a job names an environment that the workspace hasn't got, or a
 * version that it hasn't got.
 *
 * <p>Names that are kept for curated environments are never judged: the service has those in every
 * workspace, and no catalogue of them is certainly complete. Nor is anything held against a
 * workspace that nobody has registered anything in: whoever uses none has their environments
 * elsewhere.
 */
final class UnknownEnvironment extends DescribedRule {

  UnknownEnvironment() {
    super(
        "unknown-environment",
        Severity.WARNING,
        "The workspace doesn't have the environment that is referred to.");
  }

  @Override
  public Stream<Finding> reference(Reference reference, Facts facts) {
    return NamedReference.of(reference).stream()
        .filter(named -> named.target().registry().isEmpty())
        .filter(named -> EnvironmentName.reservedPrefix(named.target().name()).isEmpty())
        .flatMap(named -> check(named, facts));
  }

  private Stream<Finding> check(NamedReference reference, Facts facts) {
    var versions = facts.registered().versions(reference.target().name());
    if (versions.isPresent() && !versions.get().isEmpty()) {
      return version(reference, versions.get());
    }
    return versions.isPresent()
        ? facts.registered().names().stream()
            .filter(names -> !names.isEmpty())
            .map(names -> name(reference, names))
        : Stream.empty();
  }

  private Finding name(NamedReference reference, List<String> names) {
    String name = reference.target().name();
    return finding(
        reference.place(),
        "The workspace has no environment '%s'. Register it, or name one that there is."
            .formatted(name),
        Nearest.to(name, names).map(reference::withName).stream().toList());
  }

  private Stream<Finding> version(NamedReference reference, List<RegisteredVersion> versions) {
    Named target = reference.target();
    var numbers = versions.stream().map(RegisteredVersion::version).toList();
    return target.version().stream()
        .filter(version -> !numbers.contains(version))
        .map(
            version -> {
              String newest = RegisteredHistory.newest(versions).version();
              String nearest = Nearest.to(version, numbers).orElse(newest);
              return finding(
                  reference.place(),
                  "The workspace has no version '%s' of '%s'; its newest is '%s'. Name one that there is, or register this one."
                      .formatted(version, target.name(), newest),
                  reference.withVersion(nearest));
            });
  }
}
