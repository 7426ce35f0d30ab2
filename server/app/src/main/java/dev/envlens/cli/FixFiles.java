package dev.envlens.cli;

import dev.envlens.check.Facts;
import dev.envlens.check.FixAll;
import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.curated.Catalogue;
import dev.envlens.files.DigestCache;
import dev.envlens.files.TextFiles;
import dev.envlens.files.WrittenFiles;
import dev.envlens.link.FileState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens fix}: mends what can be mended without a second look, and shows what it did. */
final class FixFiles implements Command {

  private final UnaryOperator<String> mask;
  private final Clock clock;
  private final DigestCache digests;
  private final Supplier<Catalogue> curated;

  FixFiles(UnaryOperator<String> mask, Clock clock, MachineOptions options) {
    this.mask = mask;
    this.clock = clock;
    this.digests = options.digests();
    this.curated = options.curated();
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Mend what is safe to mend, and show what was changed.");
    return spec.addPositional(
            Options.arguments(
                "PATH",
                "0..*",
                "Files, and folders to search for them (default: the working folder)."))
        .addOption(
            OptionSpec.builder("--code")
                .paramLabel("CODE")
                .type(String[].class)
                .arity("1")
                .description("Mend only findings with this code; may be given again.")
                .build())
        .addOption(
            Options.flag("--dry-run", "Change nothing, only show what would be changed.").build());
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var codes = codes(arguments.matchedOptionValue("--code", new String[0]));
    var pool = new ForkJoinPool(Check.threads());
    try {
      var targets = Targets.of(arguments.matchedPositionalValue(0, new String[0]), shell, pool);
      var paths = new ShownPaths(shell.folder());
      targets.sayWhatHoldsNothing(shell, paths);
      var checks =
          new FileChecks(
              paths,
              mask,
              new Facts(LocalDate.now(clock)).knowing(curated),
              new FileTexts(),
              digests);
      var files = new FilesToFix(targets, checks, pool, digests);
      var fixed = FixAll.of(files, finding -> codes.contains(finding.code()));
      return new Run(shell, paths, files, arguments.hasMatchedOption("--dry-run")).report(fixed);
    } finally {
      pool.shutdown();
    }
  }

  private static Set<String> codes(String[] given) {
    var safe = Rules.ALL.stream().filter(Rule::hasSafeFix).map(Rule::code).toList();
    for (String code : given) {
      if (Rules.of(code).isEmpty()) {
        throw new Misuse(
            "there is no rule '%s'%s"
                .formatted(
                    code, DidYouMean.hint(code, Rules.ALL.stream().map(Rule::code).toList())));
      }
      if (!safe.contains(code)) {
        throw new Misuse(
            "'%s' has no fix that is safe without a look at it; those of %s are"
                .formatted(code, String.join(", ", safe)));
      }
    }
    return Set.copyOf(given.length == 0 ? safe : List.of(given));
  }

  /** What is left to do once it is known what changes. */
  private final class Run {
    private final Shell shell;
    private final ShownPaths paths;
    private final FilesToFix files;
    private final boolean dry;
    private boolean failed;
    private int findings;
    private int changed;

    Run(Shell shell, ShownPaths paths, FilesToFix files, boolean dry) {
      this.shell = shell;
      this.paths = paths;
      this.files = files;
      this.dry = dry;
    }

    int report(Map<URI, FixAll.Fixed> fixed) {
      files.faults().forEach((path, fault) -> files.problems().put(path, Fault.line(fault)));
      failed = files.lacksWhatWasNamed() || !files.faults().isEmpty();
      files.problems().forEach((path, reason) -> shell.say(paths.of(path) + " " + reason));
      var sorted = new TreeMap<Path, FixAll.Fixed>();
      fixed.forEach((uri, result) -> sorted.put(files.path(uri), result));
      sorted.forEach(this::take);
      shell.say(
          findings == 0
              ? "nothing to fix"
              : "%s %s in %s"
                  .formatted(
                      dry ? "would fix" : "fixed",
                      counted(findings, "finding"),
                      counted(changed, "file")));
      if (failed) {
        return Status.FAILED;
      }
      return dry && findings > 0 ? Status.NOT_FINE : Status.FINE;
    }

    private void take(Path path, FixAll.Fixed fixed) {
      if (fixed.before().equals(fixed.after())) {
        return;
      }
      if (!dry) {
        var reason =
            isStill(path, fixed.before())
                ? WrittenFiles.replace(path, fixed.after())
                : Optional.of("has changed meanwhile, and is left as it is");
        if (reason.isPresent()) {
          shell.say(paths.of(path) + " " + reason.get());
          failed = true;
          return;
        }
      }
      changed++;
      findings += fixed.mended().size();
      shell.print(new FileDiff(paths.of(path), mask).of(fixed.before(), fixed.after()));
    }

    private static boolean isStill(Path path, String text) {
      return TextFiles.read(path, FileChecks.MAX_BYTES) instanceof FileState.Text now
          && now.text().equals(text);
    }

    private static String counted(int number, String noun) {
      return number + " " + noun + (number == 1 ? "" : "s");
    }
  }
}
