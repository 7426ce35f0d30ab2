package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code conda-with-build}: a Dockerfile installs everything by itself, so the service refuses a
 * conda file beside a build context. Source: Microsoft's troubleshooting catalogue.
 */
final class CondaWithBuild implements Rule {

  @Override
  public String code() {
    return "conda-with-build";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A conda file beside a build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.context().isEmpty() || definition.image().isPresent()) {
      return Stream.empty();
    }
    return definition.effectiveConda().stream()
        .map(Conda::entry)
        .map(
            conda ->
                finding(
                    definition.place(conda.key().range()),
                    ("'%s' can't stand beside '%s': install the packages in the Dockerfile, or"
                            + " start from an image instead.")
                        .formatted(
                            conda.name(), definition.context().orElseThrow().entry().name())));
  }
}
