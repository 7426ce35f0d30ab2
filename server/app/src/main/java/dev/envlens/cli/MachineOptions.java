package dev.envlens.cli;

import dev.envlens.curated.Catalogue;
import dev.envlens.files.DigestCache;
import dev.envlens.machine.Machine;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands that use the workspace, the Docker engine or registries. */
final class MachineOptions {

  private static final String WORKSPACE = "--workspace";
  private static final String REGISTRY = "--registry";
  private static final String CURATED_REGISTRY = "--curated-registry";

  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * @param variables the process's environment variables
   */
  MachineOptions(Map<String, String> variables, Clock clock) {
    this.variables = variables;
    this.clock = clock;
  }

  /** Adds those that name a workspace. */
  static CommandSpec workspace(CommandSpec spec) {
    return spec.addOption(
        Options.value(
            WORKSPACE,
            "FILE",
            String.class,
            "The workspace's database (default: $ENVLENS_WORKSPACE, else the user's own)."));
  }

  /** Whether {@code arguments} name a workspace. */
  static boolean nameWorkspace(ParseResult arguments) {
    return option(arguments, WORKSPACE).isPresent();
  }

  /** Adds those that name a workspace and registries. */
  static CommandSpec all(CommandSpec spec) {
    return workspace(spec)
        .addOption(
            Options.value(
                REGISTRY,
                "HOST",
                String.class,
                "The workspace's registry (default: $ENVLENS_REGISTRY, else none)."))
        .addOption(
            Options.value(
                CURATED_REGISTRY,
                "HOST",
                String.class,
                "The registry of curated images (default: $ENVLENS_CURATED_REGISTRY, else"
                    + " none)."));
  }

  /** This machine as {@code arguments} say; whoever types a command is trusted. */
  Machine machine(ParseResult arguments, Shell shell) {
    var usual = MachineSettings.of(variables, true);
    var settings =
        new MachineSettings(
            true,
            option(arguments, WORKSPACE).map(shell::path).or(usual::workspace),
            option(arguments, REGISTRY).or(usual::registry),
            option(arguments, CURATED_REGISTRY).or(usual::curatedRegistry),
            Optional.empty(),
            variables);
    return new Machine(settings, folders(variables), clock);
  }

  /** The digests that are remembered of build contexts' files. */
  DigestCache digests() {
    return Machine.digests(folders(variables));
  }

  /** The curated environments that this machine knows, read when they are first asked for. */
  Supplier<Catalogue> curated() {
    return new Machine(MachineSettings.of(variables, true), folders(variables), clock)::curated;
  }

  /** Opens workspaces; {@code mask} masks secrets in what is quoted. */
  Workspaces workspaces(UnaryOperator<String> mask) {
    return new Workspaces(mask, clock, variables);
  }

  private static UserFolders folders(Map<String, String> variables) {
    return UserFolders.of(
        variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  private static Optional<String> option(ParseResult arguments, String name) {
    return arguments.matchedArgs().stream()
            .anyMatch(arg -> arg instanceof OptionSpec option && option.longestName().equals(name))
        ? Optional.of(arguments.matchedOptionValue(name, ""))
        : Optional.empty();
  }
}
