package dev.envlens.check;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code floating-reference}: a job names an environment without a version, so what it runs in
 * depends on when it runs.
 */
final class FloatingReference extends DescribedRule {

  private static final String LATEST = "latest";

  FloatingReference() {
    super(
        "floating-reference",
        Severity.HINT,
        "An environment is named without a version, so it may change between runs.");
  }

  @Override
  public Stream<Finding> reference(Reference reference, Facts facts) {
    return NamedReference.of(reference).stream()
        .filter(named -> isFloating(named.target()))
        .map(
            named ->
                finding(
                    named.place(),
                    "Which version of '%s' this means depends on when it is used. Name a version, so that every run uses the same."
                        .formatted(named.target().name()),
                    fixes(named, facts)));
  }

  private static boolean isFloating(Named target) {
    return target.version().isEmpty() && target.label().map(LATEST::equals).orElse(true);
  }

  private static List<Fix> fixes(NamedReference reference, Facts facts) {
    var curated = facts.curated().get().find(reference.target());
    if (curated.isPresent()) {
      return curated.get().newest().map(reference::withVersion).stream().toList();
    }
    if (reference.target().registry().isPresent()) {
      return List.of();
    }
    return facts.registered().versions(reference.target().name()).stream()
        .filter(versions -> !versions.isEmpty())
        .map(versions -> reference.withVersion(RegisteredHistory.newest(versions).version()))
        .toList();
  }
}
