package dev.envlens.cli;

import dev.envlens.check.Secrets;
import dev.envlens.contents.FoundPackage;
import dev.envlens.contents.ImageContents;
import dev.envlens.contents.ImageReport;
import dev.envlens.database.DatabaseFault;
import dev.envlens.docker.EngineFault;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.workspace.WorkspaceFault;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens image}: says what is in an environment's image, without running it. */
final class ShowImage implements Command {

  private final MachineOptions options;

  ShowImage(MachineOptions options) {
    this.options = options;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Show an environment's image, and the packages really in it.");
    return MachineOptions.workspace(spec)
        .addPositional(
            Options.arguments(
                "IMAGE", "1", "A file, NAME:VERSION, a hash, or an image's reference."))
        .addOption(pointer())
        .addOption(Options.flag("--packages", "List every package.").build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  static picocli.CommandLine.Model.OptionSpec pointer() {
    return Options.value(
        "--pointer", "POINTER", String.class, "Which environment of a file that defines several.");
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String[] given = arguments.matchedPositionalValue(0, new String[0]);
    boolean packages = arguments.hasMatchedOption("--packages");
    boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
    var pointer = Optional.ofNullable(arguments.matchedOptionValue("--pointer", (String) null));
    try (var machine = options.machine(arguments, shell)) {
      var report = new ImageTarget(machine, shell, pointer).look(given[0]);
      shell.print(json ? JsonText.ofValue(report.description(packages)) : text(report, packages));
      return report.exists() ? Status.FINE : Status.NOT_FINE;
    } catch (EngineFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(Secrets.mask(fault.getMessage()));
    }
  }

  private static String text(ImageReport report, boolean packages) {
    var text = new StringBuilder();
    line(text, "image", report.reference());
    report.hash().ifPresent(hash -> line(text, "hash", hash));
    line(text, "exists", report.exists() ? "yes" : "no: the engine has no such image");
    report.registry().ifPresent(host -> line(text, "registry", host));
    report.digest().ifPresent(digest -> line(text, "digest", digest));
    report
        .image()
        .ifPresent(
            image -> {
              line(text, "id", image.id());
              image.created().ifPresent(at -> line(text, "created", at.toString()));
              line(
                  text,
                  "size",
                  "%d bytes in %d layer%s"
                      .formatted(image.size(), image.layers(), image.layers() == 1 ? "" : "s"));
              line(text, "for", image.platform().os() + "/" + image.platform().architecture());
            });
    report.base().ifPresent(base -> line(text, "base", base.reference() + "@" + base.digest()));
    report.contents().ifPresent(contents -> contents(text, report, contents, packages));
    report
        .image()
        .ifPresent(image -> image.steps().forEach(step -> line(text, "step", Secrets.mask(step))));
    return text.toString();
  }

  private static void contents(
      StringBuilder text, ImageReport report, ImageContents contents, boolean packages) {
    contents.os().ifPresent(os -> line(text, "system", os));
    contents.prefix().ifPresent(prefix -> line(text, "prefix", prefix));
    contents.python().ifPresent(version -> line(text, "python", version));
    line(
        text,
        "packages",
        "%d by conda, %d by pip, %d by the system"
            .formatted(
                report.count(Origin.CONDA), report.count(Origin.PIP), report.count(Origin.DPKG)));
    if (packages) {
      contents.packages().forEach(found -> line(text, "", words(found)));
    }
  }

  private static String words(FoundPackage found) {
    var installed = found.installed();
    String version =
        switch (installed.origin()) {
          case CONDA ->
              installed.channel().map(name -> name + "::").orElse("")
                  + installed.name()
                  + "="
                  + installed.version();
          case PIP -> installed.name() + "==" + installed.version();
          case DPKG -> installed.name() + " " + installed.version();
        };
    return version + "  " + found.prefix();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("%-10s".formatted(label)).append(Visible.text(value)).append('\n');
  }
}
