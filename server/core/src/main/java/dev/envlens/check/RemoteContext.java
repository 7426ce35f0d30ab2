package dev.envlens.check;

import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code remote-context}: a git repository as build context is accepted, but the service can't
 * build an image from it. Source: Microsoft's troubleshooting catalogue.
 */
final class RemoteContext implements Rule {

  @Override
  public String code() {
    return "remote-context";
  }

  @Override
  public Severity severity() {
    return Severity.INFORMATION;
  }

  @Override
  public String summary() {
    return "A git repository as build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.context().stream()
        .filter(context -> context.location() instanceof ContextLocation.Git)
        .flatMap(context -> context.path().stream())
        .map(
            path ->
                finding(
                    definition.place(path.contentRange()),
                    "A git repository can be registered as a build context, but no image can be"
                        + " built from it. Clone it, and name the folder."));
  }
}
