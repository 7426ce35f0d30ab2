package dev.envlens.cli;

import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.files.DigestCache;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import dev.envlens.machine.Machine;
import dev.envlens.machine.Remembered;
import dev.envlens.workspace.WorkspaceFault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens status}: says where the images of environments are cached. */
final class ShowStatus implements Command {

  private final UnaryOperator<String> mask;
  private final Clock clock;
  private final MachineOptions options;
  private final DigestCache digests;

  ShowStatus(UnaryOperator<String> mask, Clock clock, MachineOptions options) {
    this.mask = mask;
    this.clock = clock;
    this.options = options;
    this.digests = options.digests();
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Say where the images of environments are cached.");
    return MachineOptions.all(spec)
        .addPositional(Options.arguments("FILE", "1..*", "Files that define environments."))
        .addOption(
            Options.value(
                "--pointer",
                "POINTER",
                String.class,
                "Only the environment at this JSON pointer in its file."))
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var files = HashedFiles.of(arguments.matchedPositionalValue(0, new String[0]), shell, digests);
    var environments = meant(files.environments(), arguments);
    try (var machine = options.machine(arguments, shell)) {
      var reported = answers(environments, machine, shell);
      var report = new StatusReport(reported, mask, clock.getZone());
      boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
      shell.print(json ? report.json() : report.text());
      return reported.stream()
          .flatMap(environment -> environment.status().stream())
          .mapToInt(status -> exit(status.state()))
          .reduce(files.status(), Math::max);
    }
  }

  private static List<HashedEnvironment> meant(
      List<HashedEnvironment> environments, ParseResult arguments) {
    if (!arguments.hasMatchedOption("--pointer")) {
      return environments;
    }
    String pointer = arguments.matchedOptionValue("--pointer", "");
    var meant = environments.stream().filter(it -> it.where().pointer().equals(pointer)).toList();
    if (meant.isEmpty() && !environments.isEmpty()) {
      throw new Misuse("no environment is at the pointer '%s'".formatted(pointer));
    }
    return meant;
  }

  /** All are asked for before the first is waited for. */
  private List<StatusReport.Environment> answers(
      List<HashedEnvironment> environments, Machine machine, Shell shell) {
    List<Optional<CompletableFuture<CacheStatus>>> asked =
        environments.stream()
            .map(it -> it.hash().map(DefinitionHash::hex).map(machine.imageCache()::ask))
            .toList();
    var remembered =
        environments.stream()
            .map(
                it ->
                    it.hash()
                        .map(DefinitionHash::hex)
                        .map(hash -> remembered(hash, machine, shell))
                        .orElseGet(Remembered::nothing))
            .toList();
    return IntStream.range(0, asked.size())
        .mapToObj(
            i ->
                new StatusReport.Environment(
                    environments.get(i),
                    asked.get(i).map(CompletableFuture::join),
                    remembered.get(i)))
        .toList();
  }

  /** Where the image is can be said without it. */
  private Remembered remembered(String hash, Machine machine, Shell shell) {
    try {
      return machine.remembered(hash);
    } catch (WorkspaceFault | DatabaseFault fault) {
      shell.say(mask.apply(fault.getMessage()));
      return Remembered.nothing();
    }
  }

  private static int exit(CacheState state) {
    return switch (state) {
      case CACHED -> Status.FINE;
      case MISSING, BUILDING -> Status.NOT_FINE;
      case UNKNOWN -> Status.FAILED;
    };
  }
}
