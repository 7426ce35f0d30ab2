package dev.envlens.feature;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;

/** What a reference to an environment says. */
final class ReferenceHover {

  private ReferenceHover() {}

  static Hover of(Reference reference, KnownEnvironments known) {
    return new Hover(reference.text().range(), markdown(reference) + defined(reference, known));
  }

  /** The files of the workspace that define it, the first few. */
  private static String defined(Reference reference, KnownEnvironments known) {
    if (!(reference.target() instanceof ReferenceTarget.Named named)) {
      return "";
    }
    var files =
        known.meantBy(named).stream()
            .map(one -> Markdown.code(Paths.name(one.place().file())))
            .distinct()
            .sorted()
            .limit(5)
            .toList();
    return files.isEmpty() ? "" : "\n\nDefined in " + String.join(", ", files) + ".";
  }

  private static String markdown(Reference reference) {
    if (reference.target() instanceof ReferenceTarget.Named named) {
      return markdown(named);
    }
    if (reference.target() instanceof ReferenceTarget.InFile inFile) {
      return inFile
          .file()
          .map(file -> "**Environment** in the file " + Markdown.code(Paths.name(file)))
          .orElse("**Environment** in a file");
    }
    if (Placeholders.in(reference.text().text())) {
      return "**Environment** · filled in later: " + Markdown.code(reference.text().text());
    }
    return "**Environment** "
        + Markdown.code(reference.text().text())
        + " · not a form that Azure ML knows, such as `azureml:NAME:VERSION`";
  }

  private static String markdown(ReferenceTarget.Named named) {
    String where =
        named
            .registry()
            .map(registry -> "in the registry " + Markdown.code(registry))
            .orElse("in the workspace");
    String which =
        named
            .version()
            .map(version -> "version " + Markdown.code(version))
            .or(() -> named.label().map(label -> "whatever is labelled " + Markdown.code(label)))
            .orElse("the newest version when it is used");
    return "**Environment** %s %s: %s".formatted(Markdown.code(named.name()), where, which);
  }
}
