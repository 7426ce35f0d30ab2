package dev.envlens.cli;

import dev.envlens.database.DatabaseFault;
import dev.envlens.run.RunFault;
import dev.envlens.run.RunRecord;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens runs}: lists what ran on this machine, the newest first. */
final class ListRuns implements Command {

  private static final int USUAL = 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final MachineOptions machines;
  private final ZoneId zone;

  /**
   * @param zone in which times are shown
   */
  ListRuns(MachineOptions machines, ZoneId zone) {
    this.machines = machines;
    this.zone = zone;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("List what ran on this machine, the newest first.");
    return MachineOptions.workspace(spec)
        .addOption(
            Options.value("--limit", "N", Integer.class, "List no more than this (default: 20)."))
        .addOption(
            Options.value("--before", "RUN", String.class, "List only runs older than this one."))
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    int limit = arguments.matchedOptionValue("--limit", USUAL);
    if (limit < 1) {
      throw new Misuse("--limit must be above 0");
    }
    try (var machine = machines.machine(arguments, shell)) {
      var runs =
          machine
              .runs()
              .list(limit, Optional.ofNullable(arguments.matchedOptionValue("--before", null)))
              .items();
      boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
      shell.print(
          json ? JsonText.ofValue(runs.stream().map(RunRecord::description).toList()) : text(runs));
      return Status.FINE;
    } catch (RunFault | DatabaseFault fault) {
      throw new Misuse(fault.getMessage());
    }
  }

  private String text(List<RunRecord> runs) {
    var text = new StringBuilder();
    for (var run : runs) {
      text.append(
          "%5d  %s  %-10s  %-20s  %s  %s\n"
              .formatted(
                  run.id(),
                  TIME.format(run.started().atZone(zone)),
                  run.end().map(ListRuns::words).orElse("unfinished"),
                  Visible.text(run.what().environment().label()),
                  run.what().hash().substring(0, 8),
                  Visible.text(String.join(" ", run.what().command()))));
    }
    return runs.isEmpty() ? "Nothing was run yet.\n" : text.toString();
  }

  private static String words(RunRecord.End end) {
    String took = seconds(end.took());
    return end.status() == 0 ? took : "%d, %s".formatted(end.status(), took);
  }

  private static String seconds(Duration took) {
    return took.toMinutes() == 0
        ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)
        : "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
  }
}
