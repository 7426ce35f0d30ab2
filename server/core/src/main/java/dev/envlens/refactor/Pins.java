package dev.envlens.refactor;

import dev.envlens.check.PinEdits;
import dev.envlens.check.YamlEdits;
import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pins every package whose version is open, or only loosely given, to the version that an installed
 * environment has. A version that what is written doesn't allow is not taken: somebody meant it.
 */
public final class Pins {

  /**
   * What came of it.
   *
   * @param edits of the file that holds the dependencies
   */
  public record Result(List<Pinned> pinned, List<Unpinned> unpinned, List<TextEdit> edits) {
    public Result {
      pinned = List.copyOf(pinned);
      unpinned = List.copyOf(unpinned);
      edits = List.copyOf(edits);
    }
  }

  /** A package, as it is called in the file, and the version that it now has. */
  public record Pinned(String name, String version) {}

  /** A package that stays as it is; {@code reason} reads as a sentence without its full stop. */
  public record Unpinned(String name, String reason) {}

  private final Export export;
  private final List<Pinned> pinned = new ArrayList<>();
  private final List<Unpinned> unpinned = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final Set<Integer> edited = new HashSet<>();

  private Pins(Export export) {
    this.export = export;
  }

  /** Pins what a conda definition lists, its {@code pip:} lists included. */
  public static Result of(CondaSection conda, Export export) {
    var pins = new Pins(export);
    var yaml = new YamlEdits(conda.source().yaml());
    conda.file().packages().forEach(item -> pins.pin(yaml, item));
    conda.file().requirements().forEach(item -> pins.pin(yaml, item));
    return pins.result();
  }

  /** Pins what a pip requirements file lists. */
  public static Result of(RequirementsFile file, Export export) {
    var pins = new Pins(export);
    for (var entry : file.entries()) {
      entry
          .line()
          .ok()
          .flatMap(line -> pins.edit(line, entry.text()))
          .ifPresent(
              edit -> pins.edits.add(TextEdit.replace(entry.inFile(edit.range()), edit.newText())));
    }
    return pins.result();
  }

  private Result result() {
    return new Result(pinned, unpinned, edits);
  }

  private void pin(YamlEdits yaml, CondaPackage item) {
    item.spec()
        .ok()
        .flatMap(spec -> edit(spec, item.text().text()))
        .ifPresent(edit -> add(yaml, item.text(), edit));
  }

  private void pin(YamlEdits yaml, PipRequirement item) {
    item.line()
        .ok()
        .flatMap(line -> edit(line, item.text().text()))
        .ifPresent(edit -> add(yaml, item.text(), edit));
  }

  /** Where an alias brings a text twice, it is edited once. */
  private void add(YamlEdits yaml, Scalar scalar, TextEdit edit) {
    if (!edited.add(scalar.range().start())) {
      return;
    }
    edits.add(
        scalar.verbatim()
            ? TextEdit.replace(scalar.rangeOf(edit.range()), edit.newText())
            : yaml.replace(scalar, TextEdit.apply(scalar.text(), List.of(edit))));
  }

  /** The edit of {@code text} that pins {@code spec}; what becomes of it is noted. */
  private Optional<TextEdit> edit(MatchSpec spec, String text) {
    if (spec.pinning().level() != Pinning.Level.UNPINNED && !spec.isLoose()) {
      return Optional.empty();
    }
    String name = spec.name().text();
    if (name.contains("*") || spec.build().isPresent()) {
      return without(name, "it names a build, or several packages at once");
    }
    var listed = export.ofConda(spec.packageName()).filter(version -> version.indexOf('*') < 0);
    var version = listed.flatMap(CondaVersion::parse);
    if (version.isEmpty()) {
      return without(name, export.lacksIt());
    }
    if (spec.version().filter(written -> !written.spec().matches(version.get())).isPresent()) {
      return without(name, refused(listed.get(), spec.version().get().spec().text()));
    }
    pinned.add(new Pinned(name, listed.get()));
    return Optional.of(PinEdits.conda(spec, text, listed.get()));
  }

  private Optional<TextEdit> edit(RequirementLine line, String text) {
    if (!(line instanceof RequirementLine.Named named)
        || line.pinning().filter(Pinning::isExact).isPresent()) {
      return Optional.empty();
    }
    var requirement = named.requirement();
    String name = requirement.name().text();
    if (requirement.reference().isPresent()) {
      return without(name, "it comes from a URL, a repository or a path");
    }
    var listed = export.ofPip(requirement.packageName());
    var version = listed.flatMap(Pep440Version::parse);
    if (version.isEmpty()) {
      return without(name, export.lacksIt());
    }
    if (!requirement.specifiers().contains(version.get())) {
      return without(name, refused(listed.get(), requirement.version().orElseThrow().of(text)));
    }
    pinned.add(new Pinned(name, listed.get()));
    return Optional.of(PinEdits.pip(requirement, text, listed.get()));
  }

  private Optional<TextEdit> without(String name, String reason) {
    unpinned.add(new Unpinned(name, reason));
    return Optional.empty();
  }

  private String refused(String version, String written) {
    return "%s has %s, which '%s' doesn't allow".formatted(export.source(), version, written);
  }
}
