package dev.envlens.check;

import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code invalid-context}: the place of a build context is a folder, a storage URL or a git URL.
 * Source: Microsoft's troubleshooting catalogue.
 */
final class InvalidContext implements Rule {

  @Override
  public String code() {
    return "invalid-context";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A build context of a kind that the service doesn't take.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.context().stream()
        .filter(context -> context.location() instanceof ContextLocation.Unsupported)
        .flatMap(context -> context.path().stream())
        .map(
            path ->
                finding(
                    definition.place(path.contentRange()),
                    ("'%s' is no place for a build context. Give a folder, the URL of a storage"
                            + " folder, or the URL of a git repository.")
                        .formatted(path.text())));
  }
}
