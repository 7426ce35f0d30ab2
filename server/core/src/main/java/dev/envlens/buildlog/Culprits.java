package dev.envlens.buildlog;

import dev.envlens.buildlog.Signature.Weight;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.Instruction;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which part of a definition is at fault for what a step of its build said. */
final class Culprits {

  private static final Pattern NAME = Pattern.compile("^(?:[\\w.-]+::)?([A-Za-z0-9_][\\w.-]*)");

  private final Definition definition;
  private final StepLog step;
  private final Clue clue;

  Culprits(Definition definition, StepLog step) {
    this.definition = definition;
    this.step = step;
    this.clue = clue(definition, step);
  }

  /** What the step said; where that doesn't explain much, what the instruction shows. */
  private static Clue clue(Definition definition, StepLog step) {
    var said = step.clue().orElse(new Clue(Kind.UNRECOGNIZED, Weight.END, ""));
    boolean explained = said.weight().compareTo(Weight.WHAT) > 0;
    return explained
        ? said
        : instruction(definition, step)
            .flatMap(run -> redirection(definition, run))
            .map(bare -> new Clue(Kind.BARE_REDIRECTION, Weight.ROOT, bare.name().text()))
            .orElse(said);
  }

  Clue clue() {
    return clue;
  }

  Place place() {
    return switch (clue.kind()) {
      case REGISTRY_UNREACHABLE, IMAGE_PATH, IMAGE_NOT_FOUND, IMAGE_CREDENTIALS ->
          image().or(this::failedStep).orElseGet(this::head);
      case CONDA_NOT_INSTALLED -> failedStep().or(this::ownImage).orElseGet(this::head);
      case BAD_CONDA_SPEC -> written().or(this::conda).or(this::failedStep).orElseGet(this::head);
      case MISSING_MODULE, COMPILE_ERROR ->
          named(step.collecting()).or(this::failedStep).or(this::conda).orElseGet(this::head);
      case BARE_REDIRECTION ->
          instruction(definition, step)
              .flatMap(run -> redirection(definition, run))
              .flatMap(bare -> inDockerfile(bare.range()))
              .or(this::failedStep)
              .orElseGet(this::head);
      default -> named(clue.about()).or(this::failedStep).or(this::conda).orElseGet(this::head);
    };
  }

  private Place head() {
    return definition.place(definition.anchor());
  }

  private Optional<Place> ownImage() {
    return definition.image().map(image -> definition.place(image.contentRange()));
  }

  /** The image that is named so, else the first one. */
  private Optional<Place> image() {
    var wanted = reference(clue.about());
    var stages =
        definition.dockerfile().stream()
            .flatMap(file -> file.dockerfile().stages().stream())
            .filter(stage -> stage.base() instanceof StageBase.Image)
            .toList();
    return ownImage()
        .or(
            () ->
                stages.stream()
                    .filter(
                        stage ->
                            stage.base() instanceof StageBase.Image image
                                && wanted.isPresent()
                                && reference(image.name().text()).equals(wanted))
                    .findFirst()
                    .or(() -> stages.stream().findFirst())
                    .flatMap(stage -> inDockerfile(stage.imageRange())));
  }

  private static Optional<String> reference(String text) {
    return ImageReference.parse(text) instanceof ParsedImage.Ok ok
        ? Optional.of(ok.reference().host() + "/" + ok.reference().repository())
        : Optional.empty();
  }

  private Optional<CondaSection> section() {
    return definition.effectiveConda().flatMap(Conda::section);
  }

  /** The list of dependencies, else the key that names the conda file. */
  private Optional<Place> conda() {
    return section()
        .flatMap(
            conda ->
                conda.file().dependenciesEntry().map(entry -> conda.place(entry.key().range())))
        .or(
            () ->
                definition
                    .effectiveConda()
                    .map(conda -> definition.place(conda.entry().key().range())));
  }

  /** A dependency that holds what conda could not read. */
  private Optional<Place> written() {
    if (clue.about().isEmpty()) {
      return Optional.empty();
    }
    return section().stream()
        .flatMap(
            conda ->
                conda
                    .file()
                    .packages()
                    .filter(found -> found.text().text().contains(clue.about()))
                    .map(found -> conda.place(found.text().contentRange())))
        .findFirst();
  }

  /** Where the package that {@code spec} begins with is asked for. */
  private Optional<Place> named(String spec) {
    var name = NAME.matcher(spec);
    if (!name.find()) {
      return Optional.empty();
    }
    var wanted = new PackageName(name.group(1));
    return Stream.concat(
            section().stream().flatMap(conda -> inConda(conda, wanted)),
            Stream.concat(
                definition.requirements().flatMap(file -> inRequirements(file, wanted)),
                definition.dockerfile().stream().flatMap(file -> inInstalls(file, wanted))))
        .findFirst();
  }

  private static Stream<Place> inConda(CondaSection conda, PackageName wanted) {
    return conda.file().dependencies().stream()
        .flatMap(
            dependency -> {
              if (dependency instanceof Dependency.CondaPackage found) {
                return found
                    .spec()
                    .ok()
                    .filter(spec -> spec.packageName().isSameAs(wanted))
                    .map(spec -> conda.place(found.text().contentRange()))
                    .stream();
              }
              return dependency instanceof Dependency.Pip pip
                  ? pip.requirements().stream()
                      .filter(found -> found.line().ok().filter(l -> is(l, wanted)).isPresent())
                      .map(found -> conda.place(found.text().contentRange()))
                  : Stream.empty();
            });
  }

  private static Stream<Place> inRequirements(RequirementsSource file, PackageName wanted) {
    return file.file().entries().stream()
        .filter(entry -> entry.line().ok().filter(line -> is(line, wanted)).isPresent())
        .map(entry -> file.place(entry.range()));
  }

  private static boolean is(RequirementLine line, PackageName wanted) {
    return line instanceof RequirementLine.Named named
        && named.requirement().packageName().isSameAs(wanted);
  }

  private static Stream<Place> inInstalls(DockerfileSource file, PackageName wanted) {
    return file.dockerfile().installs().stream()
        .flatMap(install -> install.packages().stream())
        .filter(
            word -> {
              var name = NAME.matcher(word.text());
              return name.find() && new PackageName(name.group(1)).isSameAs(wanted);
            })
        .map(word -> file.place(word.range()));
  }

  private Optional<Place> failedStep() {
    return instruction(definition, step).flatMap(instruction -> inDockerfile(instruction.range()));
  }

  private Optional<Place> inDockerfile(TextRange range) {
    return definition.dockerfile().map(file -> file.place(range));
  }

  private static Optional<Install.BareRedirection> redirection(
      Definition definition, Instruction run) {
    return definition.dockerfile().stream()
        .flatMap(file -> file.dockerfile().installs().stream())
        .filter(install -> install.run().range().equals(run.range()))
        .flatMap(install -> install.bareRedirections().stream())
        .findFirst();
  }

  /** The instruction of the definition's own Dockerfile that the builder names. */
  private static Optional<Instruction> instruction(Definition definition, StepLog step) {
    String named = squeezed(step.instruction());
    return named.isEmpty()
        ? Optional.empty()
        : definition.dockerfile().stream()
            .flatMap(file -> file.dockerfile().instructions().stream())
            .filter(
                found ->
                    squeezed(found.keyword() + " " + found.argumentsRange().of(text(definition)))
                            .equals(named)
                        || squeezed(found.keyword() + " " + found.arguments().text()).equals(named))
            .findFirst();
  }

  private static String text(Definition definition) {
    return definition.dockerfile().map(DockerfileSource::text).orElse("");
  }

  private static String squeezed(String text) {
    return text.replace("\\\n", " ").strip().replaceAll("\\s+", " ");
  }
}
