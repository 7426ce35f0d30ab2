package dev.envlens.feature;

import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What a reference to an environment says. */
final class ReferenceHover {

  private ReferenceHover() {}

  static Hover of(Reference reference, Workspace workspace) {
    return new Hover(
        reference.text().range(),
        markdown(reference)
            + registered(reference, workspace)
            + curated(reference, workspace)
            + defined(reference, workspace.environments()));
  }

  private static String curated(Reference reference, Workspace workspace) {
    return reference.target() instanceof ReferenceTarget.Named named
        ? CuratedWords.of(named, workspace.curated())
        : "";
  }

  /** What the workspace has said of it. */
  private static String registered(Reference reference, Workspace workspace) {
    return reference.target() instanceof ReferenceTarget.Named named && named.registry().isEmpty()
        ? workspace
            .registered()
            .versions(named.name())
            .filter(versions -> !versions.isEmpty())
            .map(versions -> registered(named, versions, workspace.environments()))
            .orElse("")
        : "";
  }

  private static String registered(
      ReferenceTarget.Named named, List<RegisteredVersion> versions, KnownEnvironments known) {
    var meant =
        named
            .version()
            .map(text -> versions.stream().filter(one -> one.version().equals(text)).findFirst())
            .orElseGet(() -> Optional.of(newest(versions)));
    return meant
        .map(version -> "\n\n" + words(version) + changed(version, named, known))
        .orElseGet(
            () ->
                "\n\nNot registered; the newest version is %s."
                    .formatted(Markdown.code(newest(versions).version())));
  }

  private static RegisteredVersion newest(List<RegisteredVersion> versions) {
    return versions.stream().filter(one -> !one.archived()).findFirst().orElse(versions.get(0));
  }

  private static String words(RegisteredVersion version) {
    return "Registered as version %s on %s, hash %s%s."
        .formatted(
            Markdown.code(version.version()),
            LocalDate.ofInstant(version.created(), ZoneOffset.UTC),
            Markdown.code(version.hash().substring(0, 8)),
            version.archived() ? ", archived" : "");
  }

  /** Whether a file that defines it now says something else. */
  private static String changed(
      RegisteredVersion version, ReferenceTarget.Named named, KnownEnvironments known) {
    var changed =
        known.meantBy(named).stream()
            .filter(one -> one.hash().isPresent())
            .filter(one -> !one.hash().equals(Optional.of(version.hash())))
            .map(one -> Markdown.code(Paths.name(one.place().file())))
            .distinct()
            .sorted()
            .toList();
    return changed.isEmpty()
        ? ""
        : " %s has changed since: its hash is another.".formatted(String.join(", ", changed));
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
