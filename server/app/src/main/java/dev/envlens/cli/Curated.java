package dev.envlens.cli;

import dev.envlens.catalogue.CatalogueFault;
import dev.envlens.catalogue.CatalogueSource;
import dev.envlens.catalogue.CuratedStart;
import dev.envlens.catalogue.UserCatalogue;
import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CatalogueJson;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.CuratedSources;
import dev.envlens.curated.Open;
import dev.envlens.machine.Machine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens curated}: what is known of curated environments. */
final class Curated implements Command {

  private static final List<String> ACTIONS = List.of("list", "show", "update");

  private final MachineOptions machines;
  private final Clock clock;

  Curated(Clock clock, Map<String, String> variables) {
    this.machines = new MachineOptions(variables, clock);
    this.clock = clock;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Say what is known of curated environments: 'list', 'show NAME', or 'update CHECKOUT'"
                + " to read their sources.");
    return spec.addPositional(
            Options.arguments("ACTION", "1..2", "list, show NAME[:VERSION], or update CHECKOUT."))
        .addOption(
            Options.value(
                "--output", "FILE", String.class, "Where update writes (default: your own)."))
        .addOption(
            Options.value(
                "--url", "URL", String.class, "Where the checkout is from, kept as the source."))
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String[] words = arguments.matchedPositionalValue(0, new String[0]);
    boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
    int wanted = words[0].equals("list") ? 1 : 2;
    if (!ACTIONS.contains(words[0])) {
      throw new Misuse(
          "curated can't '%s'%s".formatted(words[0], DidYouMean.hint(words[0], ACTIONS)));
    }
    if (words.length != wanted) {
      throw new Misuse(
          "curated %s takes %s. See 'envlens curated --help'"
              .formatted(words[0], wanted == 1 ? "nothing more" : "one argument"));
    }
    try (var machine = machines.machine(arguments, shell)) {
      return switch (words[0]) {
        case "list" -> list(machine.userCatalogue().read(), json, shell);
        case "show" -> show(machine.userCatalogue().read(), words[1], json, shell);
        default -> update(machine, words[1], arguments, shell);
      };
    } catch (CatalogueFault fault) {
      throw new Misuse(fault.getMessage());
    }
  }

  private static int list(Catalogue catalogue, boolean json, Shell shell) {
    shell.print(json ? CatalogueJson.list(catalogue) : text(catalogue));
    return Status.FINE;
  }

  private static String text(Catalogue catalogue) {
    int width =
        catalogue.environments().stream().mapToInt(one -> one.name().length()).max().orElse(1);
    var text = new StringBuilder();
    for (var one : catalogue.environments()) {
      String line =
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %-8s  %s",
              one.name(),
              one.newest().orElse("-"),
              deprecation(one));
      text.append(Visible.text(line.stripTrailing())).append('\n');
    }
    return text.toString();
  }

  private static String deprecation(CuratedEnvironment environment) {
    return environment
        .deprecation()
        .map(it -> "deprecated" + it.successor().map(": use "::concat).orElse(""))
        .orElse("");
  }

  private static int show(Catalogue catalogue, String name, boolean json, Shell shell) {
    var chosen = new CuratedStart(catalogue).find(name);
    var environment = chosen.environment();
    if (json) {
      shell.print(CatalogueJson.show(environment));
      return Status.FINE;
    }
    var text = new StringBuilder();
    line(text, "name", environment.name());
    line(text, "image", environment.image() + chosen.number().map(":"::concat).orElse(""));
    line(text, "versions", String.join(", ", environment.numbers()));
    line(text, "status", deprecation(environment));
    environment.sources(chosen.number()).ifPresent(sources -> sources(text, sources));
    line(text, "source", environment.source());
    shell.print(text.toString());
    return Status.FINE;
  }

  private static void sources(StringBuilder text, CuratedSources sources) {
    line(text, "base", sources.base().map(Open::shown).orElse(""));
    for (var file : sources.packages()) {
      line(text, "channels", String.join(", ", file.channels()));
      line(text, "conda", shown(file.conda()));
      line(text, "pip", shown(file.pip()));
    }
    long open =
        sources.packages().stream()
            .flatMap(file -> Stream.concat(file.conda().stream(), file.pip().stream()))
            .filter(Open::in)
            .count();
    line(text, "left open", open == 0 ? "" : "the version of %d packages".formatted(open));
  }

  private static String shown(List<String> packages) {
    return String.join(", ", packages.stream().map(Open::shown).toList());
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%-9s  %s\n", name, Visible.text(value)));
    }
  }

  private int update(Machine machine, String checkout, ParseResult arguments, Shell shell) {
    var target =
        arguments.hasMatchedOption("--output")
            ? new UserCatalogue(shell.path(arguments.matchedOptionValue("--output", "")))
            : machine.userCatalogue();
    var source =
        new CatalogueSource(shell.path(checkout), arguments.matchedOptionValue("--url", ""));
    var found = source.read();
    if (found.environments().isEmpty()) {
      found.skipped().forEach((path, why) -> shell.say(path + " " + why));
      throw new Misuse(
          "'%s' holds no usable sources of environments, so nothing is written"
              .formatted(checkout));
    }
    var before = arguments.hasMatchedOption("--output") ? target.read() : machine.curated();
    target.write(source.catalogue(found, before, LocalDate.now(clock)));
    found.skipped().forEach((path, why) -> shell.say("left out: " + path + " " + why));
    shell.say(
        "read %d environments, left out %d; wrote %s"
            .formatted(
                found.environments().size(),
                found.skipped().size(),
                new ShownPaths(shell.folder()).of(target.file())));
    return Status.FINE;
  }
}
