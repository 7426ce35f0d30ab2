package dev.envlens.cli;

import dev.envlens.catalogue.CuratedStart;
import dev.envlens.compare.SourceFault;
import dev.envlens.create.NewEnvironment;
import dev.envlens.database.DatabaseFault;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens new}: writes a folder with a new environment. */
final class New implements Command {

  private static final String FROM = "--from";
  private static final String FOLDER = "--folder";
  private static final String SOURCE = "--source";

  private final MachineOptions machines;
  private final Clock clock;

  New(Clock clock, Map<String, String> variables) {
    this.machines = new MachineOptions(variables, clock);
    this.clock = clock;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Write a folder with a new environment.");
    return MachineOptions.workspace(
        spec.addPositional(Options.arguments("NAME", "1", "What to call it."))
            .addOption(
                OptionSpec.builder(FROM)
                    .paramLabel("SOURCE")
                    .type(String.class)
                    .arity("1")
                    .required(true)
                    .description(
                        "What to start from: image:REFERENCE, a conda file, a requirements file,"
                            + " a definition of SDK v1 or CLI v2, NAME:VERSION in the workspace,"
                            + " curated:NAME[:VERSION].")
                    .build())
            .addOption(
                Options.value(
                    FOLDER, "FOLDER", String.class, "Where its files go (default: NAME)."))
            .addOption(
                Options.value(
                    SOURCE,
                    "FOLDER",
                    String.class,
                    "A checkout of the curated environments' sources, to build it as they do."))
            .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json")));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String[] names = arguments.matchedPositionalValue(0, new String[0]);
    if (names.length != 1) {
      throw new Misuse("new takes one name. See 'envlens new --help'");
    }
    var paths = new ShownPaths(shell.folder());
    try (var machine = machines.machine(arguments, shell)) {
      Path folder = shell.path(arguments.matchedOptionValue(FOLDER, names[0]));
      List<String> made =
          make(names[0], folder, machine, arguments, shell).stream().map(paths::of).toList();
      boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
      shell.print(
          json
              ? JsonText.ofValue(Map.of("files", made))
              : String.join("\n", made.stream().map(Visible::text).toList()) + "\n");
      return Status.FINE;
    } catch (SourceFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(fault.getMessage());
    }
  }

  private List<Path> make(
      String name, Path folder, Machine machine, ParseResult arguments, Shell shell) {
    String from = arguments.matchedOptionValue(FROM, "");
    boolean curated = from.startsWith(CuratedStart.PREFIX);
    if (!curated && arguments.hasMatchedOption(SOURCE)) {
      throw new Misuse("--source goes with --from curated:NAME");
    }
    if (!curated) {
      return new NewEnvironment(shell.folder(), machine::workspace, LocalDate.now(clock))
          .make(name, from, folder);
    }
    var checkout =
        arguments.hasMatchedOption(SOURCE)
            ? Optional.of(shell.path(arguments.matchedOptionValue(SOURCE, "")))
            : Optional.<Path>empty();
    return NewEnvironment.ofCurated(name, from, machine.curated(), checkout, folder);
  }
}
