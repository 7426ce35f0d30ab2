package dev.envlens.check;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget.Named;
import dev.envlens.link.Place;
import dev.envlens.text.Placeholders;
import java.util.Optional;

/** A reference to an environment by its name, in a workspace or a registry. */
record NamedReference(Reference reference, Named target) {

  /** What stands before the name in the forms that aren't short. */
  private static final String IN_FULL = "/environments/";

  /** Nothing for a file, and for what is only a placeholder yet. */
  static Optional<NamedReference> of(Reference reference) {
    return reference.target() instanceof Named named && !Placeholders.in(reference.text().text())
        ? Optional.of(new NamedReference(reference, named))
        : Optional.empty();
  }

  Place place() {
    return reference.source().place(reference.text().range());
  }

  /** Names {@code version} in place of the version or label that there is, or isn't. */
  Fix withVersion(String version) {
    String text = reference.text().text();
    int name = text.lastIndexOf(IN_FULL);
    boolean isShort = name < 0;
    String stem =
        isShort
            ? text.substring(0, nameEnd(text, text.indexOf(':') + 1, ":@"))
            : text.substring(0, nameEnd(text, name + IN_FULL.length(), "/"));
    String changed = stem + (isShort ? ":" : "/versions/") + version;
    return Fix.edit(
        "Use version " + version,
        reference.source().uri(),
        new YamlEdits(reference.source().yaml()).replace(reference.text(), changed));
  }

  /** Names the environment {@code name} in place of this one, in the same version or label. */
  Fix withName(String name) {
    String text = reference.text().text();
    int inFull = text.lastIndexOf(IN_FULL);
    int start = inFull < 0 ? text.indexOf(':') + 1 : inFull + IN_FULL.length();
    String changed =
        text.substring(0, start) + name + text.substring(start + target.name().length());
    return Fix.edit(
        "Use '%s'".formatted(name),
        reference.source().uri(),
        new YamlEdits(reference.source().yaml()).replace(reference.text(), changed));
  }

  private static int nameEnd(String text, int from, String marks) {
    int end = from;
    while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
