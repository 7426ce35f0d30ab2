package dev.envlens.check;

import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.DirectReference;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.link.FileState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code local-path-in-conda}: the service gets the conda definition alone, so the build won't find
 * a file or folder that the definition names. Said of definitions that an environment uses; a conda
 * file by itself may be used in a Docker context, which can hold such files.
 */
final class LocalPathInConda implements Rule {

  @Override
  public String code() {
    return "local-path-in-conda";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A local file or folder in a conda definition.";
  }

  @Override
  public boolean dependsOnUse() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.effectiveConda().flatMap(Conda::section).stream().flatMap(this::check);
  }

  private Stream<Finding> check(CondaSection conda) {
    var includes = conda.includes().stream().filter(LocalPathInConda::isKnown);
    var paths =
        conda
            .file()
            .requirements()
            .filter(item -> item.line().ok().filter(LocalPathInConda::isLocal).isPresent());
    return Stream.concat(
        includes.map(link -> finding(conda, link.requirement(), inlined(conda, link))),
        paths.map(item -> finding(conda, item, List.of())));
  }

  /** What isn't there is the business of {@code requirements-not-found}. */
  private static boolean isKnown(RequirementsLink link) {
    return link.target().isEmpty() || link.state() instanceof FileState.Text;
  }

  private static boolean isLocal(RequirementLine line) {
    if (line instanceof RequirementLine.Editable editable) {
      return isLocal(editable.target());
    }
    return line instanceof RequirementLine.LocalPath
        || (line instanceof RequirementLine.Named named
            && named
                .requirement()
                .reference()
                .filter(reference -> reference.kind() == DirectReference.Kind.LOCAL)
                .isPresent());
  }

  private Finding finding(CondaSection conda, PipRequirement item, List<Fix> fixes) {
    return finding(
        conda.place(item.text().contentRange()),
        ("The build won't find what '%s' names: only the conda definition is sent to the service."
                + " List the packages here, or use a Docker build context.")
            .formatted(item.text().text()),
        fixes);
  }

  private static List<Fix> inlined(CondaSection conda, RequirementsLink link) {
    boolean isConstraints =
        link.requirement()
            .line()
            .ok()
            .filter(RequirementLine.Constraints.class::isInstance)
            .isPresent();
    if (isConstraints || !(link.state() instanceof FileState.Text text)) {
      return List.of();
    }
    return lines(text.text())
        .map(
            lines ->
                Fix.edit(
                        "Write the requirements here",
                        conda.source().uri(),
                        new YamlEdits(conda.source().yaml())
                            .replace(link.requirement().item(), lines))
                    .movingHash(true))
        .stream()
        .toList();
  }

  /** The requirements in a file; nothing when not all of them may stand in a conda definition. */
  private static Optional<List<String>> lines(String text) {
    var entries = RequirementsFile.parse(text).entries();
    boolean portable =
        entries.stream()
            .allMatch(
                entry ->
                    Secrets.in(entry.text()).isEmpty()
                        && entry.line().ok().filter(LocalPathInConda::isPortable).isPresent());
    return portable && !entries.isEmpty()
        ? Optional.of(entries.stream().map(entry -> withoutComment(entry.text())).toList())
        : Optional.empty();
  }

  /** pip's comments begin with a {@code #} behind white space. */
  private static String withoutComment(String line) {
    int mark = line.indexOf('#', 1);
    while (mark > 0 && line.charAt(mark - 1) > ' ') {
      mark = line.indexOf('#', mark + 1);
    }
    return (mark < 0 ? line : line.substring(0, mark)).strip();
  }

  private static boolean isPortable(RequirementLine line) {
    return !isLocal(line)
        && !(line instanceof RequirementLine.IncludeRequirements)
        && !(line instanceof RequirementLine.Constraints);
  }
}
