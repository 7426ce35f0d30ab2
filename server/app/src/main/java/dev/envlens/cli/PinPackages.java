package dev.envlens.cli;

import dev.envlens.check.Secrets;
import dev.envlens.contents.ImageContents;
import dev.envlens.contents.ImageReport;
import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.docker.EngineFault;
import dev.envlens.files.FileUris;
import dev.envlens.files.WrittenFiles;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.refactor.Export;
import dev.envlens.refactor.Pins;
import dev.envlens.refactor.WholePins;
import dev.envlens.text.TextEdit;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens pin}: pins an environment's packages to what its cached image has. */
final class PinPackages implements Command {

  private final UnaryOperator<String> mask;
  private final MachineOptions options;

  PinPackages(UnaryOperator<String> mask, MachineOptions options) {
    this.mask = mask;
    this.options = options;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Pin packages to the versions that the cached image has.");
    return MachineOptions.workspace(spec)
        .addPositional(Options.arguments("FILE", "1", "A file that defines an environment."))
        .addOption(ShowImage.pointer())
        .addOption(
            Options.value(
                "--image",
                "IMAGE",
                String.class,
                "Pin to another image: NAME:VERSION, a hash, or a reference."))
        .addOption(
            Options.flag("--all", "List every package of the image, whoever needs it.").build())
        .addOption(
            Options.flag("--check", "Change nothing; say how file and image differ.").build())
        .addOption(
            Options.flag("--dry-run", "Change nothing, only show what would be changed.").build());
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    Path file = shell.path(arguments.matchedPositionalValue(0, new String[0])[0]);
    var pointer = Optional.ofNullable(arguments.matchedOptionValue("--pointer", (String) null));
    var other = Optional.ofNullable(arguments.matchedOptionValue("--image", (String) null));
    var opened = DefinitionFile.of(file, pointer, shell);
    var conda = conda(opened);
    try (var machine = options.machine(arguments, shell)) {
      var target = new ImageTarget(machine, shell, pointer);
      var report = target.look(other.orElseGet(opened::hash));
      var image = image(report);
      var pinning = new Pinning(shell, conda, image, arguments.hasMatchedOption("--all"));
      return arguments.hasMatchedOption("--check")
          ? pinning.check(report.reference())
          : pinning.write(arguments.hasMatchedOption("--dry-run"));
    } catch (EngineFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(Secrets.mask(fault.getMessage()));
    }
  }

  private static CondaSection conda(DefinitionFile opened) {
    var conda =
        opened
            .definition()
            .effectiveConda()
            .flatMap(Conda::section)
            .orElseThrow(
                () ->
                    new Misuse(
                        opened.definition().label()
                            + " has no conda definition that can be read, so there is nothing to pin"));
    if (!conda.source().yaml().isIntact()) {
      throw new Misuse("the conda definition isn't valid YAML: mend that first");
    }
    return conda;
  }

  private static BuiltImage image(ImageReport report) {
    var contents =
        report
            .contents()
            .map(ImageContents::own)
            .orElseThrow(
                () ->
                    new Misuse(
                        "there is no image %s here to pin to: build it, or name another by --image"
                            .formatted(report.reference())));
    return new BuiltImage(Instant.EPOCH, report.base(), contents);
  }

  /** One file and one image. */
  private final class Pinning {
    private final Shell shell;
    private final CondaSection conda;
    private final BuiltImage image;
    private final boolean all;

    Pinning(Shell shell, CondaSection conda, BuiltImage image, boolean all) {
      this.shell = shell;
      this.conda = conda;
      this.image = image;
      this.all = all;
    }

    /** Says how the two differ; without {@code --all} only of what the file lists. */
    int check(String reference) {
      var drift =
          WholePins.drift(conda, image).stream()
              .filter(one -> all || one.file().isPresent())
              .toList();
      drift.forEach(one -> shell.print(Visible.text(words(one)) + "\n"));
      shell.say(
          drift.isEmpty()
              ? "the file and the image %s agree".formatted(reference)
              : "the file and the image %s differ in %d package%s"
                  .formatted(reference, drift.size(), drift.size() == 1 ? "" : "s"));
      return drift.isEmpty() ? Status.FINE : Status.NOT_FINE;
    }

    private String words(WholePins.Difference one) {
      String tool = one.origin() == Origin.PIP ? "pip" : "conda";
      String file = one.file().map(text -> text.isEmpty() ? "any version" : text).orElse("nothing");
      return "%s %s: the file has %s, the image %s"
          .formatted(tool, one.name(), file, one.image().orElse("nothing"));
    }

    int write(boolean dry) {
      List<TextEdit> edits = all ? WholePins.edits(conda, image) : some();
      Path path =
          FileUris.toPath(conda.source().uri()).orElseThrow(() -> new Misuse("that is no file"));
      String before = conda.source().yaml().text();
      String after = TextEdit.apply(before, edits);
      String name = new ShownPaths(shell.folder()).of(path);
      shell.print(new FileDiff(name, mask).of(before, after));
      if (!dry && !edits.isEmpty()) {
        var trouble = WrittenFiles.replace(path, after);
        if (trouble.isPresent()) {
          throw new Misuse(name + " " + trouble.get());
        }
      }
      shell.say(
          edits.isEmpty()
              ? "nothing to pin"
              : "%s %d package%s in %s"
                  .formatted(
                      dry ? "would pin" : "pinned",
                      edits.size(),
                      edits.size() == 1 ? "" : "s",
                      name));
      return Status.FINE;
    }

    private List<TextEdit> some() {
      var pins = Pins.of(conda, Export.of(image));
      pins.unpinned().forEach(one -> shell.say(one.name() + " stays open: " + one.reason()));
      return pins.edits();
    }
  }
}
