package dev.envlens.cli;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.files.DigestCache;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens hash}: says which image each environment of a file leads to. */
final class Hash implements Command {

  private final UnaryOperator<String> mask;
  private final DigestCache digests;

  Hash(UnaryOperator<String> mask, DigestCache digests) {
    this.mask = mask;
    this.digests = digests;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Say the hash of environments, and what it is made of.");
    return spec.addPositional(Options.arguments("FILE", "1..*", "Files that define environments."))
        .addOption(
            Options.flag("--explain", "Say what each hash is made of, and where that is written.")
                .build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var paths = new ShownPaths(shell.folder());
    var disk = new DiskSurroundings(FileChecks.MAX_BYTES, digests, () -> false);
    List<HashedEnvironment> hashed = new ArrayList<>();
    int status = Status.FINE;
    String[] files = arguments.matchedPositionalValue(0, new String[0]);
    for (String file : files) {
      Path path = shell.path(file);
      var state = TextFiles.read(path, FileChecks.MAX_BYTES);
      if (!(state instanceof FileState.Text text)) {
        shell.say(paths.of(path) + " " + Reasons.of(state));
        status = Status.FAILED;
        continue;
      }
      var source = new Source(FileUris.of(path), Yaml.parse(text.text()));
      var contents = Contents.of(source, disk);
      if (contents.definitions().isEmpty()) {
        shell.say(paths.of(path) + " " + whyNone(contents));
        status = Math.max(status, Status.NOT_FINE);
      }
      for (var definition : contents.definitions()) {
        var environment = HashedEnvironment.of(definition, disk, paths);
        hashed.add(environment);
        status = Math.max(status, environment.isKnown() ? Status.FINE : Status.NOT_FINE);
      }
    }
    boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
    var report = new HashReport(hashed, mask);
    shell.print(json ? report.json() : report.text(arguments.hasMatchedOption("--explain")));
    return status;
  }

  private static String whyNone(Contents contents) {
    if (!contents.condaFiles().isEmpty()) {
      return "is a conda file: name the environment that uses it";
    }
    return contents.uses().isEmpty()
        ? "defines no environment"
        : "defines no environment, it only names some";
  }
}
