package dev.envlens.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens [--version] [--help] COMMAND …}. */
public final class Cli {

  private final String version;
  private final Commands commands;

  /**
   * @param version envlens's own
   * @param mask gives a text back with the secrets in it masked; applied to all that is quoted
   * @param clock tells today's date and its zone
   * @param variables the process's environment variables
   */
  public Cli(
      String version, UnaryOperator<String> mask, Clock clock, Map<String, String> variables) {
    this.version = version;
    this.commands = new Commands(version, mask, clock, Map.copyOf(variables));
  }

  /**
   * Runs one command and answers the exit status: 0 when all is fine, 1 when what was looked at is
   * not, 2 after misuse or a fault of ours, which is said in one line; its trace follows only where
   * {@code --debug} is among the arguments.
   */
  public int run(List<String> arguments, Shell shell) {
    try {
      return dispatch(arguments, shell);
    } catch (Misuse misuse) {
      shell.say(misuse.getMessage());
      return Status.FAILED;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError fault) {
      shell.say(Fault.line(fault));
      if (arguments.contains("--debug")) {
        fault.printStackTrace(shell.err());
      }
      return Status.FAILED;
    }
  }

  private int dispatch(List<String> arguments, Shell shell) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--debug" -> {}
        case "--version", "-V" -> {
          shell.print("envlens " + version + "\n");
          return Status.FINE;
        }
        case "--help", "-h" -> {
          shell.print(Help.ofAll(commands));
          return Status.FINE;
        }
        default -> {
          return run(argument, arguments.subList(i + 1, arguments.size()), shell);
        }
      }
    }
    shell.err().print(Help.ofAll(commands));
    return Status.FAILED;
  }

  private int run(String name, List<String> arguments, Shell shell) {
    if (name.startsWith("-")) {
      throw new Misuse(
          "unknown option '%s'%s"
              .formatted(name, DidYouMean.hint(name, List.of("--help", "--version"))));
    }
    var command =
        commands
            .of(name)
            .orElseThrow(
                () ->
                    new Misuse(
                        "unknown command '%s'%s"
                            .formatted(name, DidYouMean.hint(name, Commands.names()))));
    if (command instanceof Serve server && Serve.isPlain(arguments)) {
      return server.run(shell);
    }
    var spec = Options.common(command.spec().name("envlens " + name));
    var parsed = parse(name, spec, arguments);
    if (parsed.isUsageHelpRequested()) {
      shell.print(Help.of(spec));
      return Status.FINE;
    }
    return command.run(parsed, shell);
  }

  private static ParseResult parse(String name, CommandSpec spec, List<String> arguments) {
    spec.parser().trimQuotes(false);
    var line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
    try {
      return line.parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.UnmatchedArgumentException e) {
      String argument = e.getUnmatched().get(0);
      throw new Misuse(
          argument.startsWith("-")
              ? "unknown option '%s' of %s%s"
                  .formatted(argument, name, DidYouMean.hint(argument, spec.optionsMap().keySet()))
              : "'%s' is one argument too many for %s".formatted(argument, name));
    } catch (CommandLine.ParameterException e) {
      throw new Misuse(
          "%s: %s. See 'envlens %s --help'".formatted(name, uncapitalized(e.getMessage()), name));
    }
  }

  private static String uncapitalized(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
