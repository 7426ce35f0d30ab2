package dev.envlens.cli;

import dev.envlens.compare.SourceFault;
import dev.envlens.create.NewEnvironment;
import dev.envlens.database.DatabaseFault;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens new}: writes a folder with a new environment. */
final class New implements Command {

  private static final String FROM = "--from";
  private static final String FOLDER = "--folder";

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
                            + " a definition of SDK v1 or CLI v2, NAME:VERSION in the workspace.")
                    .build())
            .addOption(
                Options.value(
                    FOLDER, "FOLDER", String.class, "Where its files go (default: NAME)."))
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
      var maker = new NewEnvironment(shell.folder(), machine::workspace, LocalDate.now(clock));
      Path folder = shell.path(arguments.matchedOptionValue(FOLDER, names[0]));
      List<String> made =
          maker
              .make(names[0], arguments.matchedOptionValue(FROM, ""), folder)
              .stream()
              .map(paths::of)
              .toList();
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
}
