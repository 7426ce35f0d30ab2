package dev.envlens.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} prints. */
final class Help {

  private Help() {}

  static String of(CommandSpec spec) {
    spec.usageMessage().abbreviateSynopsis(false).sortOptions(false).width(90);
    return new CommandLine(spec).getUsageMessage(Ansi.OFF);
  }

  static String ofAll(Commands commands) {
    var text =
        new StringBuilder(
            """
            Usage: envlens [--version] [--help] COMMAND [ARGUMENTS]
            Checks, identifies, builds and runs Azure Machine Learning environments.
            """);
    for (var group : Commands.GROUPS) {
      text.append('\n').append(group.title()).append(":\n");
      for (String name : group.names()) {
        var spec = commands.of(name).orElseThrow().spec();
        text.append(
            String.format(Locale.ROOT, "  %-8s  %s\n", name, spec.usageMessage().description()[0]));
      }
    }
    return text.append(
            """

            'envlens COMMAND --help' says more about one. Exit status: 0 when all is fine, 1 when
            what was looked at is not, 2 when that could not be said.
            """)
        .toString();
  }
}
