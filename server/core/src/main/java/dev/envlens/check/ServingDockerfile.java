package dev.envlens.check;

import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.Instruction;
import dev.envlens.dockerfile.ShellCommand;
import dev.envlens.dockerfile.ShellWord;
import dev.envlens.dockerfile.Stage;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.FileState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the image of a Dockerfile may answer an online endpoint's requests: because it installs
 * the packages for that, starts a server of its own, builds on an image that may, or does what
 * can't be told from the text.
 */
final class ServingDockerfile {

  /** What installs packages that the Dockerfile doesn't name. */
  private static final Set<String> OPAQUE =
      Set.of(
          ".", "bash", "hatch", "make", "pdm", "pipenv", "pixi", "poetry", "python", "python3",
          "sh", "source", "uv");

  private final DockerfileSource source;
  private final Dockerfile dockerfile;

  private ServingDockerfile(DockerfileSource source) {
    this.source = source;
    this.dockerfile = source.dockerfile();
  }

  static boolean mayServe(DockerfileSource source) {
    var file = new ServingDockerfile(source);
    return InferencePackages.in(source.text())
        || !file.startsPlain()
        || file.installsUnknown()
        || file.runsUnknown();
  }

  /** Whether the last stage builds on nothing but plain images and starts nothing. */
  private boolean startsPlain() {
    var stages = dockerfile.stages();
    if (stages.isEmpty()) {
      return false;
    }
    var stage = stages.get(stages.size() - 1);
    while (!starts(stage)) {
      if (stage.base() instanceof StageBase.Earlier earlier) {
        stage = stages.get(earlier.index());
      } else {
        return stage.base() instanceof StageBase.Image image
            && ImageReference.parse(image.name().text()) instanceof ParsedImage.Ok ok
            && PlainImages.contain(ok.reference());
      }
    }
    return false;
  }

  private static boolean starts(Stage stage) {
    return stage.instructions().stream()
        .map(Instruction::keyword)
        .anyMatch(keyword -> keyword.equals("CMD") || keyword.equals("ENTRYPOINT"));
  }

  private boolean installsUnknown() {
    var installs = dockerfile.installs();
    long files = installs.stream().mapToLong(install -> install.files().size()).sum();
    return files != source.installed().size()
        || installs.stream().anyMatch(ServingDockerfile::isUnknown)
        || source.installed().stream()
            .anyMatch(
                link ->
                    !(link.state() instanceof FileState.Text text)
                        || isUnknown(link.file(), text.text())
                        || link.sources().stream().anyMatch(InferencePackages::mayBeIn));
  }

  private static boolean isUnknown(Install.PackageFile file, String text) {
    return file.kind() == Install.PackageFile.Kind.CONDA
        && (InferencePackages.in(text) || text.contains("-r "));
  }

  private static boolean isUnknown(Install install) {
    return !install.editables().isEmpty()
        || install.packages().stream()
            .anyMatch(
                word ->
                    word.expands()
                        || InferencePackages.mayBe(word.text())
                        || RequirementLine.parse(word.text())
                            .ok()
                            .filter(InferencePackages::isLocal)
                            .isPresent());
  }

  private boolean runsUnknown() {
    var instructions = new ArrayList<Instruction>();
    dockerfile.stages().forEach(stage -> instructions.addAll(stage.instructions()));
    return instructions.stream()
        .flatMap(instruction -> dockerfile.shellCommands(instruction).stream())
        .anyMatch(ServingDockerfile::isOpaque);
  }

  private static boolean isOpaque(ShellCommand command) {
    List<String> words = command.words().stream().map(ShellWord::text).toList();
    boolean pip =
        words.stream().anyMatch(word -> word.startsWith("pip")) && words.contains("install");
    return !pip
        && words.stream()
            .findFirst()
            .filter(
                program ->
                    OPAQUE.contains(program) || program.endsWith(".sh") || program.startsWith("./"))
            .isPresent();
  }
}
