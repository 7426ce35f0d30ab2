package dev.envlens.cli;

import dev.envlens.check.Facts;
import dev.envlens.check.Severity;
import dev.envlens.curated.Catalogue;
import dev.envlens.files.DigestCache;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.machine.AskedImages;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.AskedWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens check}: says what is wrong with the environments in files and folders. */
final class Check implements Command {

  /** More threads than this only wait for one disk. */
  private static final int MOST_THREADS = 8;

  private final String version;
  private final UnaryOperator<String> mask;
  private final Clock clock;
  private final DigestCache digests;
  private final Workspaces workspaces;
  private final Supplier<Catalogue> curated;

  Check(String version, UnaryOperator<String> mask, Clock clock, MachineOptions options) {
    this.version = version;
    this.mask = mask;
    this.clock = clock;
    this.digests = options.digests();
    this.workspaces = options.workspaces(mask);
    this.curated = options.curated();
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Say what is wrong with environments, and how to mend it.");
    return MachineOptions.workspace(spec)
        .addPositional(
            Options.arguments(
                "PATH",
                "0..*",
                "Files, and folders to search for them (default: the working folder)."))
        .addOption(
            Options.choice(
                "--fail-on",
                "SEVERITY",
                "Exit with 1 from this severity on",
                "error",
                "warning",
                "information",
                "never"))
        .addOption(
            Options.choice("--format", "FORMAT", "How to print", "text", "json", "sarif", "github"))
        .addOption(
            Options.choice("--color", "WHEN", "Colour text output", "auto", "always", "never"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    // What happens to be registered on a machine changes no check that doesn't ask for it.
    return MachineOptions.nameWorkspace(arguments)
        ? workspaces.withMachine(
            arguments, shell, machine -> run(arguments, shell, Outside.of(machine)))
        : run(arguments, shell, Outside.nothing());
  }

  /** What is known beyond the files. */
  private record Outside(Registered registered, KnownImages images) {

    static Outside nothing() {
      return new Outside(Registered.unknown(), KnownImages.none());
    }

    static Outside of(Machine machine) {
      return new Outside(new AskedWorkspace(machine.workspace()), new AskedImages(machine));
    }
  }

  private int run(ParseResult arguments, Shell shell, Outside outside) {
    var pool = new ForkJoinPool(threads());
    try {
      String[] given = arguments.matchedPositionalValue(0, new String[0]);
      var targets = Targets.of(given, shell, pool);
      return new Run(arguments, shell, pool, targets, outside).status();
    } finally {
      pool.shutdown();
    }
  }

  /** How many threads to read files with. */
  static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private ReportFormat format(ParseResult arguments, Shell shell) {
    return switch (arguments.matchedOptionValue("--format", "text")) {
      case "json" -> new JsonReport();
      case "sarif" -> new SarifReport(version);
      case "github" -> new GithubReport();
      default ->
          new TextReport(
              new Paint(
                  switch (arguments.matchedOptionValue("--color", "auto")) {
                    case "always" -> true;
                    case "never" -> false;
                    default -> shell.colours().getAsBoolean();
                  }));
    };
  }

  /** One check of many files. */
  private final class Run {
    private final ParseResult arguments;
    private final Shell shell;
    private final ForkJoinPool pool;
    private final Targets targets;
    private final Outside outside;
    private final Set<Path> named;
    private final ShownPaths paths;
    private final List<Throwable> faults = new ArrayList<>();

    Run(ParseResult arguments, Shell shell, ForkJoinPool pool, Targets targets, Outside outside) {
      this.arguments = arguments;
      this.shell = shell;
      this.pool = pool;
      this.targets = targets;
      this.outside = outside;
      this.named = targets.named();
      this.paths = new ShownPaths(shell.folder());
    }

    int status() {
      targets.sayWhatHoldsNothing(shell, paths);
      var report = report(targets.files());
      report.problems().forEach(shell::say);
      if (arguments.hasMatchedOption("--debug")) {
        faults.forEach(fault -> fault.printStackTrace(shell.err()));
      }
      shell.print(format(arguments, shell).text(report));
      if (!faults.isEmpty() || targets.lacksWhatWasNamed()) {
        return Status.FAILED;
      }
      return Severity.of(arguments.matchedOptionValue("--fail-on", "error"))
              .filter(report::has)
              .isPresent()
          ? Status.NOT_FINE
          : Status.FINE;
    }

    private Report report(List<Path> files) {
      List<Reported> findings = new ArrayList<>();
      Set<String> looked = new HashSet<>();
      Set<Outcome.Environment> environments = new HashSet<>();
      List<Outcome> outcomes = outcomes(files);
      for (int i = 0; i < files.size(); i++) {
        Path file = Targets.full(files.get(i));
        Outcome outcome = outcomes.get(i);
        if (outcome instanceof Outcome.Checked checked) {
          findings.addAll(checked.findings());
          looked.addAll(checked.files());
          environments.addAll(checked.environments());
          if (!checked.ours() && named.contains(file)) {
            shell.say(paths.of(file) + " holds nothing to check: no environment and no conda file");
          }
        } else if (outcome instanceof Outcome.Unread unread) {
          targets.problems().put(file, unread.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
          targets.problems().put(file, "wasn't checked: " + Fault.line(failed.fault()));
          faults.add(failed.fault());
        }
      }
      List<String> lines = new ArrayList<>();
      targets.problems().forEach((file, reason) -> lines.add(paths.of(file) + " " + reason));
      return new Report(findings, looked.size(), environments.size(), lines);
    }

    private List<Outcome> outcomes(List<Path> files) {
      var texts = new FileTexts();
      var facts =
          new Facts(
                  LocalDate.now(clock),
                  Deployments.among(files, pool, texts),
                  outside.registered(),
                  outside.images())
              .knowing(curated);
      var checks = new FileChecks(paths, mask, facts, texts, digests);
      List<ForkJoinTask<Outcome>> tasks = new ArrayList<>();
      for (Path file : files) {
        boolean isNamed = named.contains(Targets.full(file));
        tasks.add(pool.submit(() -> checks.of(file, isNamed)));
      }
      return tasks.stream().map(ForkJoinTask::join).toList();
    }
  }
}
