package dev.envlens.cli;

import dev.envlens.compare.Comparison;
import dev.envlens.compare.Side.Part;
import dev.envlens.compare.Side.WrittenText;
import dev.envlens.compare.SourceFault;
import dev.envlens.compare.Sources;
import dev.envlens.database.DatabaseFault;
import dev.envlens.workspace.WorkspaceFault;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens diff}: says how one environment differs from another, by meaning. */
final class Diff implements Command {

  private static final String TEXT = "--text";

  private final UnaryOperator<String> mask;
  private final MachineOptions machines;

  Diff(UnaryOperator<String> mask, Clock clock, Map<String, String> variables) {
    this.mask = mask;
    this.machines = new MachineOptions(variables, clock);
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Say how one environment differs from another.");
    return MachineOptions.workspace(
        spec.addPositional(
                Options.arguments(
                    "ENVIRONMENT",
                    "2",
                    "Two of: FILE, FILE@REVISION in Git, NAME:VERSION or NAME in the workspace."))
            .addOption(Options.flag(TEXT, "Show how the files differ, too.").build())
            .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json")));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String[] both = arguments.matchedPositionalValue(0, new String[0]);
    if (both.length != 2) {
      throw new Misuse("diff takes two environments. See 'envlens diff --help'");
    }
    try (var machine = machines.machine(arguments, shell)) {
      var sources = new Sources(shell.folder(), machine::workspace, machine::curated);
      var comparison = Comparison.of(sources.find(both[0]), sources.find(both[1]));
      boolean texts = arguments.hasMatchedOption(TEXT);
      boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
      shell.print(json ? json(comparison, texts) : text(comparison, texts));
      return comparison.isSame() ? Status.FINE : Status.NOT_FINE;
    } catch (SourceFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(mask.apply(fault.getMessage()));
    }
  }

  /** Described in docs/cli.md. */
  private String json(Comparison comparison, boolean texts) {
    Map<String, Object> json = new LinkedHashMap<>(comparison.json());
    if (texts) {
      json.put("text", texts(comparison));
    }
    return mask.apply(JsonText.ofValue(json));
  }

  private String text(Comparison comparison, boolean texts) {
    var text = new StringBuilder();
    if (comparison.isSame()) {
      text.append("the same image: ").append(comparison.newer().hash().hex()).append('\n');
    }
    for (String sentence : comparison.diff().sentences()) {
      text.append(Visible.text(mask.apply(sentence))).append('\n');
    }
    if (comparison.diff().isOrderOnly()) {
      text.append("Only the order differs: the same packages, in another image.\n");
    }
    return text + (texts ? texts(comparison) : "");
  }

  private String texts(Comparison comparison) {
    var text = new StringBuilder();
    for (Part part : Part.values()) {
      String name =
          comparison.newer().texts().stream()
              .filter(it -> it.part() == part)
              .map(WrittenText::name)
              .findFirst()
              .orElseGet(
                  () ->
                      comparison.older().texts().stream()
                          .filter(it -> it.part() == part)
                          .map(WrittenText::name)
                          .findFirst()
                          .orElse(""));
      text.append(
          new FileDiff(name, mask)
              .of(comparison.older().text(part), comparison.newer().text(part)));
    }
    return text.toString();
  }
}
