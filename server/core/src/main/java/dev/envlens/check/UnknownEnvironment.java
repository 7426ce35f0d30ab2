package dev.envlens.check;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget.Named;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.text.Nearest;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code unknown-environment}: a job names a version of an environment that the workspace hasn't
 * got, though it has the environment.
 *
 * <p>A name that the workspace hasn't got at all may be a curated environment's, which the service
 * has in every workspace; only who knows all of those could say that it is unknown.
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
        .flatMap(
            named ->
                facts.registered().versions(named.target().name()).stream()
                    .filter(versions -> !versions.isEmpty())
                    .flatMap(versions -> check(named, versions)));
  }

  private Stream<Finding> check(NamedReference reference, List<RegisteredVersion> versions) {
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
