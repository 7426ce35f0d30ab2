package dev.envlens.cli;

import dev.envlens.files.DigestCache;
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
    var hashed = HashedFiles.of(arguments.matchedPositionalValue(0, new String[0]), shell, digests);
    boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
    var report = new HashReport(hashed.environments(), mask);
    shell.print(json ? report.json() : report.text(arguments.hasMatchedOption("--explain")));
    return hashed.status();
  }
}
