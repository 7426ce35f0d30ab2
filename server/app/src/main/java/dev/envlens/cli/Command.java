package dev.envlens.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One thing that envlens can be asked for. Used once. */
interface Command {

  /** Its options and arguments, without those that every command has. */
  CommandSpec spec();

  /** Does it, and answers a {@link Status}. */
  int run(ParseResult arguments, Shell shell);
}
