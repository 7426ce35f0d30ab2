package dev.envlens.check;

import dev.envlens.conda.DirectReference;
import dev.envlens.conda.Part;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import java.util.Optional;

/**
 * {@code unpinned-url}: pip takes a package from a repository without a commit, or from a URL
 * without a checksum, so what it gets can change. Source: PEP 440, direct references. What comes
 * from a local path isn't judged.
 */
final class UnpinnedUrl extends PackageRule {

  UnpinnedUrl() {
    super(
        "unpinned-url",
        Severity.WARNING,
        "A package from a repository without a commit, or from a URL without a checksum.");
  }

  @Override
  Optional<Finding> wellFormed(PipLine found, RequirementLine line) {
    return reference(line)
        .filter(reference -> reference.kind() != DirectReference.Kind.LOCAL)
        .filter(reference -> line.pinning().filter(Pinning::isExact).isEmpty())
        .map(reference -> finding(found, line, reference));
  }

  private static Optional<DirectReference> reference(RequirementLine line) {
    if (line instanceof RequirementLine.Named named) {
      return named.requirement().reference();
    }
    if (line instanceof RequirementLine.Editable editable) {
      return reference(editable.target());
    }
    return line instanceof RequirementLine.Target target
        ? Optional.of(target.reference())
        : Optional.empty();
  }

  private Finding finding(PipLine found, RequirementLine line, DirectReference reference) {
    var part = reference.revision().orElse(reference.url());
    return finding(found.place(part.range()), message(name(line, reference), reference));
  }

  /** What to call it: never the URL, which may hold a password. */
  private static String name(RequirementLine line, DirectReference reference) {
    return (line instanceof RequirementLine.Named named
            ? Optional.of(named.requirement().name())
            : reference.egg())
        .map(Part::text)
        .map(name -> "'" + name + "'")
        .orElse("This package");
  }

  private static String message(String name, DirectReference reference) {
    if (reference.kind() == DirectReference.Kind.URL) {
      return "%s is downloaded without a checksum, so another file may come from there later. Add '#sha256=…' to the URL."
          .formatted(name);
    }
    return reference
        .revision()
        .map(
            revision ->
                "%s is built from '%s', and a branch or tag can move. Name the full commit instead."
                    .formatted(name, revision.text()))
        .orElseGet(
            () ->
                "%s is built from the newest commit of a repository. Add '@' and a full commit to its URL."
                    .formatted(name));
  }
}
