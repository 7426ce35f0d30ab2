package dev.envlens.refactor;

import dev.envlens.check.Change;
import dev.envlens.check.EnvironmentName;
import dev.envlens.check.Fix;
import dev.envlens.check.InsertedPackage;
import dev.envlens.check.NewValue;
import dev.envlens.check.Secrets;
import dev.envlens.conda.DirectReference;
import dev.envlens.conda.Pep440Specifier;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes an environment of a pip requirements file, and the conda file that it needs. The
 * requirements are written out in the conda file, since the service gets that alone; so a file that
 * needs others of the same machine can't be turned into one, save for requirements files that it
 * includes.
 */
final class EnvironmentOfRequirements {

  /** Names of files that say nothing about the environment. */
  private static final String GENERIC = "requirements";

  /** No sane file includes so many others; a ring of them would never end. */
  private static final int MOST_FILES = 20;

  private final Surroundings surroundings;
  private final List<String> items = new ArrayList<>();
  private final Deque<URI> open = new ArrayDeque<>();
  private String pip = InsertedPackage.pinned("pip");
  private int files;

  private EnvironmentOfRequirements(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static Optional<Refactoring> of(URI file, String text, Surroundings surroundings) {
    var requirements = new EnvironmentOfRequirements(surroundings);
    if (!requirements.read(file, text)
        || requirements.items.stream().noneMatch(item -> item.startsWith("- "))) {
      return Optional.empty();
    }
    var names = new FreeNames(file, surroundings);
    var name =
        names.stem().equals(GENERIC)
            ? Paths.folder(file).map(Paths::name).flatMap(EnvironmentName::slug)
            : EnvironmentName.of(file);
    var conda = names.yaml("conda");
    var environment = names.yaml("environment");
    if (name.isEmpty() || conda.isEmpty() || environment.isEmpty()) {
      return Optional.empty();
    }
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    return Optional.of(
        new Refactoring(
            Refactoring.Kind.REWRITE,
            new Fix(
                "Make an environment of these requirements in '%s' and '%s'"
                    .formatted(environment.get().name(), conda.get().name()),
                List.of(
                    new Change.Create(conda.get().uri(), requirements.condaFile(lineEnd)),
                    new Change.Create(
                        environment.get().uri(),
                        EnvironmentOfConda.text(name.get(), conda.get().name(), lineEnd))),
                false)));
  }

  private String condaFile(String lineEnd) {
    var lines = new ArrayList<String>();
    lines.addAll(List.of("channels:", "  - conda-forge", "dependencies:"));
    lines.add("  - " + InsertedPackage.pinned("python"));
    lines.add("  - " + pip);
    lines.add("  - pip:");
    items.forEach(item -> lines.add("      " + item));
    return String.join(lineEnd, lines) + lineEnd;
  }

  /** Whether all of {@code text} may stand in a conda definition; its lines are then in there. */
  private boolean read(URI file, String text) {
    if (open.contains(file) || ++files > MOST_FILES) {
      return false;
    }
    open.push(file);
    int position = 0;
    for (var entry : RequirementsFile.parse(text).entries()) {
      comments(text, position, entry.range().start());
      position = entry.range().end();
      if (!read(file, text, entry)) {
        return false;
      }
    }
    open.pop();
    return true;
  }

  private boolean read(URI file, String text, RequirementsFile.Entry entry) {
    var line = entry.line().ok();
    if (line.isEmpty() || !Secrets.mask(entry.text()).equals(entry.text())) {
      return false;
    }
    if (line.get() instanceof RequirementLine.IncludeRequirements include) {
      return Paths.resolve(file, include.path().text())
          .filter(
              uri ->
                  surroundings.file(uri) instanceof FileState.Text other && read(uri, other.text()))
          .isPresent();
    }
    if (isPip(line.get())) {
      pip = pinned(line.get()).map(version -> "pip=" + version).orElse(pip);
      return true;
    }
    String comment = trailing(text, entry.range().end());
    items.add("- " + NewValue.scalar(bare(entry.text()), NewValue.Style.BLOCK) + comment);
    return isPortable(line.get());
  }

  /** The comments that stand in lines of their own between two places. */
  private void comments(String text, int from, int to) {
    int lineEnd = text.indexOf('\n', from);
    boolean first = from == 0;
    if (!first && (lineEnd < 0 || lineEnd >= to)) {
      return;
    }
    text.substring(first ? 0 : lineEnd + 1, to)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("#") && Secrets.mask(line).equals(line))
        .forEach(items::add);
  }

  private static String trailing(String text, int end) {
    int lineEnd = end;
    while (lineEnd < text.length() && "\r\n".indexOf(text.charAt(lineEnd)) < 0) {
      lineEnd++;
    }
    String rest = text.substring(end, lineEnd).strip();
    return rest.startsWith("#") && Secrets.mask(rest).equals(rest) ? "  " + rest : "";
  }

  /** pip's comments begin with a {@code #} behind white space. */
  private static String bare(String line) {
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) == '#' && line.charAt(i - 1) <= ' ') {
        return line.substring(0, i).strip();
      }
    }
    return line.strip();
  }

  private static boolean isPip(RequirementLine line) {
    return line instanceof RequirementLine.Named named
        && named.requirement().packageName().key().equals("pip");
  }

  private static Optional<String> pinned(RequirementLine line) {
    return line instanceof RequirementLine.Named named
            && named.requirement().pinning().level() == Pinning.Level.EXACT
        ? named.requirement().specifiers().all().stream()
            .filter(specifier -> !specifier.isPrefix())
            .map(Pep440Specifier::operand)
            .map(operand -> operand.text())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isPortable(RequirementLine line) {
    if (line instanceof RequirementLine.Named named) {
      return named
          .requirement()
          .reference()
          .filter(reference -> reference.kind() == DirectReference.Kind.LOCAL)
          .isEmpty();
    }
    if (line instanceof RequirementLine.Editable editable) {
      return isPortable(editable.target());
    }
    return !(line instanceof RequirementLine.LocalPath
        || line instanceof RequirementLine.Constraints);
  }
}
