package dev.envlens.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Options and arguments as several commands have them. */
final class Options {

  private Options() {}

  /** Adds what every command has. */
  static CommandSpec common(CommandSpec spec) {
    return spec.addOption(flag("--debug", "Say where in envlens a fault arose.").build())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
  }

  static OptionSpec.Builder flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description);
  }

  /** An option that takes one of {@code words}, of which the first is the default. */
  static OptionSpec choice(String name, String label, String description, String... words) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .arity("1")
        .converters(Choice.of(words))
        .description(
            "%s: %s (default: %s).".formatted(description, String.join(", ", words), words[0]))
        .build();
  }

  static OptionSpec value(String name, String label, Class<?> type, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(type)
        .arity("1")
        .description(description)
        .build();
  }

  /** Arguments, as many as {@code arity}, picocli's way to write it, says. */
  static PositionalParamSpec arguments(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(String[].class)
        .arity(arity)
        .required(arity.startsWith("1"))
        .description(description)
        .build();
  }
}
