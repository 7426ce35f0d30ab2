package dev.envlens.feature;

import dev.envlens.check.Secrets;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.RequirementLine;
import dev.envlens.curated.Catalogue;
import dev.envlens.dockerfile.Declaration;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.ShellWord;
import dev.envlens.dockerfile.SourceText;
import dev.envlens.dockerfile.Stage;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What stands in a Dockerfile: images, stages, variables, installs, files, BuildKit's features. */
final class DockerfileHovers {

  /** As many packages as are listed. */
  private static final int LISTED = 12;

  private final Page.Docker page;
  private final Dockerfile dockerfile;
  private final int offset;
  private final Surroundings surroundings;
  private final Supplier<Catalogue> curated;

  private DockerfileHovers(
      Page.Docker page, int offset, Surroundings surroundings, Supplier<Catalogue> curated) {
    this.page = page;
    this.dockerfile = page.source().dockerfile();
    this.offset = offset;
    this.surroundings = surroundings;
    this.curated = curated;
  }

  static Optional<Hover> at(
      Page.Docker page, int offset, Surroundings surroundings, Supplier<Catalogue> curated) {
    var hovers = new DockerfileHovers(page, offset, surroundings, curated);
    return hovers
        .comment()
        .or(hovers::stageUse)
        .or(hovers::base)
        .or(hovers::variable)
        .or(hovers::inInstall)
        .or(hovers::file)
        .or(hovers::buildKit)
        .or(hovers::install);
  }

  /** A value from the file without the secrets that it may hold. */
  static String shown(String text) {
    return Secrets.mask(text);
  }

  private Optional<Hover> comment() {
    return dockerfile.comments().stream()
        .filter(comment -> comment.touches(offset))
        .findFirst()
        .flatMap(comment -> SilencingHover.at(page.text(), comment, offset));
  }

  private Optional<Hover> stageUse() {
    return dockerfile.stageUses().stream()
        .filter(use -> use.range().touches(offset))
        .findFirst()
        .map(use -> new Hover(use.range(), markdown(dockerfile.stages().get(use.stage()))));
  }

  private String markdown(Stage stage) {
    int instructions = stage.instructions().size();
    return "**Stage** %s · line %d, from %s, %s"
        .formatted(
            Markdown.code(
                stage.name().map(SourceText::text).orElse(Integer.toString(stage.index()))),
            line(stage.from().range()),
            Markdown.code(shown(stage.image().text())),
            instructions == 1 ? "1 instruction" : instructions + " instructions");
  }

  private Optional<Hover> base() {
    return dockerfile.stages().stream()
        .filter(stage -> stage.imageRange().touches(offset) && !stage.image().isEmpty())
        .findFirst()
        .map(stage -> new Hover(stage.imageRange(), base(stage)));
  }

  private String base(Stage stage) {
    String written = stage.image().text();
    if (stage.base() instanceof StageBase.Image image) {
      String name = shown(image.name().text());
      return ImageHover.markdown(name, curated)
          + (name.equals(written) || !written.contains("$")
              ? ""
              : "\n\nWritten as %s; these are the defaults of its variables."
                  .formatted(Markdown.code(shown(written))));
    }
    if (stage.base() instanceof StageBase.Scratch) {
      return "**Base image** `scratch` · nothing: the image holds what is copied into it";
    }
    String unknown =
        stage.base() instanceof StageBase.Unknown open
            ? open.variables().stream().map(Markdown::code).collect(Collectors.joining(", "))
            : "";
    return "**Base image** · only the build will tell"
        + (unknown.isEmpty() ? "" : ": it sets " + unknown);
  }

  private Optional<Hover> variable() {
    return dockerfile
        .variableAt(offset)
        .flatMap(
            use ->
                declared(use.range())
                    .or(() -> dockerfile.declarationOf(use))
                    .map(declaration -> new Hover(use.range(), markdown(declaration))));
  }

  private Optional<Declaration> declared(TextRange range) {
    return dockerfile.declarations().stream()
        .filter(declaration -> declaration.name().range().equals(range))
        .findFirst();
  }

  private String markdown(Declaration declaration) {
    String name = declaration.name().text();
    var from = dockerfile.takenOverBy(declaration);
    var value = declaration.value().or(() -> from.flatMap(Declaration::value));
    int line = line(from.orElse(declaration).name().range());
    String title = "**%s** %s · line %d\n\n";
    if (!declaration.isArgument()) {
      return title.formatted("ENV", Markdown.code(name), line) + "Set to " + value(name, value);
    }
    return title.formatted("ARG", Markdown.code(name), line)
        + (value.isPresent()
            ? "Default " + value(name, value) + " A build may set another."
            : "It has no default: empty unless the build sets it.");
  }

  /** Masked together with its name, which may be what says that it is a secret. */
  private static String value(String name, Optional<SourceText> value) {
    String masked = shown(name + "=" + value.map(SourceText::text).orElse(""));
    return Markdown.code(masked.substring(Math.min(name.length() + 1, masked.length()))) + ".";
  }

  private Optional<Hover> inInstall() {
    for (var install : dockerfile.installs()) {
      for (var word : install.packages()) {
        if (word.range().touches(offset)) {
          return named(install.tool(), word);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Hover> named(Install.Tool tool, ShellWord word) {
    if (word.expands()) {
      return Optional.empty();
    }
    return switch (tool) {
      case PIP ->
          RequirementLine.parse(word.text())
              .ok()
              .flatMap(PackageHover::markdown)
              .map(text -> new Hover(word.range(), text));
      case CONDA, MAMBA, MICROMAMBA ->
          MatchSpec.parse(word.text()).ok().map(spec -> PackageHover.of(word.range(), spec));
      case APT_GET -> Optional.of(new Hover(word.range(), ofSystem(word.text())));
    };
  }

  private static String ofSystem(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    return "**%s** · installed by apt-get\n\n%s"
        .formatted(
            Markdown.code(name),
            equals < 0
                ? "Unpinned: whatever the distribution has when the image is built."
                : "Pinned, for as long as the distribution keeps that version.");
  }

  /** A path of the build context. */
  private Optional<Hover> file() {
    return DockerfileLinks.of(page).stream()
        .filter(link -> link.range().touches(offset))
        .findFirst()
        .map(link -> new Hover(link.range(), markdown(link)));
  }

  private String markdown(Link link) {
    var state = surroundings.file(link.target());
    boolean listed = link.tooltip().equals("Open requirements file");
    String words =
        listed
            ? RequirementsHovers.words(state)
            : state instanceof FileState.Folder ? "A folder." : FileWords.of(state, "A text file.");
    String path = page.context().map(context -> Paths.relative(context, link.target())).orElse("");
    return "**Build context** · %s\n\n%s".formatted(Markdown.code(path), words);
  }

  private Optional<Hover> buildKit() {
    return dockerfile.needsBuildKit().stream()
        .filter(feature -> feature.range().touches(offset))
        .findFirst()
        .map(
            feature ->
                new Hover(
                    feature.range(),
                    "**%s** · needs BuildKit\n\nDocker's classic builder can't build it."
                        .formatted(Markdown.code(feature.name()))));
  }

  /** What all of a {@code RUN} installs, over its keyword or the command itself. */
  private Optional<Hover> install() {
    var installs =
        dockerfile.installs().stream()
            .filter(install -> install.run().range().touches(offset))
            .toList();
    if (installs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
            new Hover(
                installs.get(0).run().keywordRange(),
                installs.stream()
                    .limit(5)
                    .map(DockerfileHovers::markdown)
                    .collect(Collectors.joining("\n\n"))))
        .filter(hover -> hover.range().touches(offset));
  }

  private static String markdown(Install install) {
    String tool =
        switch (install.tool()) {
          case PIP -> "pip";
          case CONDA -> "conda";
          case MAMBA -> "mamba";
          case MICROMAMBA -> "micromamba";
          case APT_GET -> "apt-get";
        };
    List<ShellWord> packages = install.packages();
    var files = install.files().stream().map(file -> file.word().text()).toList();
    return "**Installs** with %s: %s%s%s"
        .formatted(
            tool,
            packages.stream()
                .limit(LISTED)
                .map(word -> Markdown.code(shown(word.text())))
                .collect(Collectors.joining(", ")),
            packages.size() > LISTED ? " and " + (packages.size() - LISTED) + " more" : "",
            files.isEmpty()
                ? ""
                : (packages.isEmpty() ? "" : ", ")
                    + "what is in "
                    + files.stream()
                        .limit(5)
                        .map(Markdown::code)
                        .collect(Collectors.joining(", ")));
  }

  private int line(TextRange range) {
    return page.lines().line(range.start()) + 1;
  }
}
