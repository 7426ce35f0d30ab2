package dev.envlens.definition;

import dev.envlens.link.Paths;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a reference to an environment leads to, in the forms that the CLI v2 accepts. */
public sealed interface ReferenceTarget {

  /**
   * An environment of a workspace or registry.
   *
   * @param registry the registry's name; empty for one of the workspace
   * @param version a version's name; empty when there is none or a label stands in its place
   * @param label such as {@code latest}
   */
  record Named(
      Optional<String> registry, String name, Optional<String> version, Optional<String> label)
      implements ReferenceTarget {}

  /** A YAML file, given as {@code file:} and a path; empty when the path can't be resolved. */
  record InFile(Optional<URI> file) implements ReferenceTarget {}

  /** None of the known forms. */
  record Unrecognized() implements ReferenceTarget {}

  Pattern SHORT = Pattern.compile("azureml:(?!/)([^:@/]+)(?::([^:@/]+)|@([^:@/]+))?");

  Pattern WORKSPACE =
      Pattern.compile(
          "azureml:/subscriptions/.+/environments/([^/]+)(?:/versions/([^/]+)|/labels/([^/]+))?");

  Pattern REGISTRY =
      Pattern.compile(
          "azureml://registries/([^/]+)/environments/([^/]+)"
              + "(?:/versions/([^/]+)|/labels/([^/]+))?");

  /** The target of {@code text} in the file {@code base}. */
  static ReferenceTarget of(URI base, String text) {
    var registry = REGISTRY.matcher(text);
    if (registry.matches()) {
      return new Named(
          Optional.of(registry.group(1)),
          registry.group(2),
          Optional.ofNullable(registry.group(3)),
          Optional.ofNullable(registry.group(4)));
    }
    for (var form : new Pattern[] {WORKSPACE, SHORT}) {
      var matcher = form.matcher(text);
      if (matcher.matches()) {
        return new Named(
            Optional.empty(),
            matcher.group(1),
            Optional.ofNullable(matcher.group(2)),
            Optional.ofNullable(matcher.group(3)));
      }
    }
    return text.startsWith("file:") ? new InFile(Paths.resolve(base, text)) : new Unrecognized();
  }
}
