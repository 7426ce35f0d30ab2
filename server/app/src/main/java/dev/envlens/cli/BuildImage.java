package dev.envlens.cli;

import dev.envlens.build.BuildFailure;
import dev.envlens.build.BuildPlan;
import dev.envlens.build.BuildRefused;
import dev.envlens.build.BuildRequest;
import dev.envlens.build.BuildResult;
import dev.envlens.build.Builds;
import dev.envlens.database.DatabaseFault;
import dev.envlens.docker.EngineFault;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.link.FileState;
import dev.envlens.text.LineIndex;
import dev.envlens.workspace.WorkspaceFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens build}: sees to it that there is an image for an environment. */
final class BuildImage implements Command {

  private static final int INTERRUPTED = 130;

  private final UnaryOperator<String> mask;
  private final MachineOptions machines;

  BuildImage(UnaryOperator<String> mask, MachineOptions machines) {
    this.mask = mask;
    this.machines = machines;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Build the image of an environment, unless it is cached or can be pulled.");
    return MachineOptions.all(OneDefinition.options(spec))
        .addOption(Options.flag("--rebuild", "Build though it is cached; needs --yes.").build())
        .addOption(Options.flag("--yes", "Do rebuild, whoever shares the image.").build())
        .addOption(Options.flag("--push", "Push it to the workspace's registry.").build())
        .addOption(
            Options.flag("--dockerfile", "Print the Dockerfile instead, and build nothing.")
                .build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    try (var machine = machines.machine(arguments, shell);
        var progress = InterruptedRun.of(shell)) {
      var disk =
          new DiskSurroundings(FileChecks.MAX_BYTES, machine.digests(), progress::isCancelled);
      var definition = OneDefinition.of(arguments, shell, disk);
      var request =
          new BuildRequest(
              definition,
              disk,
              new ShownPaths(shell.folder()).of(definition.source().uri()),
              arguments.hasMatchedOption("--rebuild"),
              arguments.hasMatchedOption("--push"));
      if (arguments.hasMatchedOption("--dockerfile")) {
        print(dockerfile(request, json(arguments)), shell);
        return Status.FINE;
      }
      if (request.rebuild() && !arguments.hasMatchedOption("--yes")) {
        return preview(request, machine.builds(), json(arguments), shell);
      }
      return build(request, machine.builds(), progress, json(arguments), shell);
    } catch (BuildRefused refused) {
      shell.say(mask.apply(refused.getMessage()));
      return Status.NOT_FINE;
    } catch (EngineFault | WorkspaceFault | DatabaseFault fault) {
      throw new Misuse(mask.apply(fault.getMessage()));
    } catch (CancellationException interrupted) {
      return INTERRUPTED;
    }
  }

  private static boolean json(ParseResult arguments) {
    return arguments.matchedOptionValue("--format", "text").equals("json");
  }

  private static String dockerfile(BuildRequest request, boolean json) {
    var dockerfile = BuildPlan.of(request.definition(), request.surroundings()).dockerfile();
    return json ? JsonText.ofValue(dockerfile.description()) : dockerfile.shown();
  }

  private int preview(BuildRequest request, Builds builds, boolean json, Shell shell) {
    var preview = builds.preview(request);
    if (json) {
      print(JsonText.ofValue(preview.description()), shell);
    } else {
      print(String.join("\n", preview.sentences()) + "\n", shell);
    }
    shell.say("nothing was built: add --yes to rebuild");
    return Status.NOT_FINE;
  }

  private int build(
      BuildRequest request, Builds builds, InterruptedRun progress, boolean json, Shell shell) {
    try {
      var result = builds.build(request, progress);
      print(json ? JsonText.ofValue(result.description()) : sentence(result), shell);
      return Status.FINE;
    } catch (BuildFailure failure) {
      if (json) {
        print(JsonText.ofValue(description(failure, request, shell)), shell);
      }
      shell.say(mask.apply(where(failure, request, shell) + failure.getMessage()));
      return Status.NOT_FINE;
    }
  }

  private void print(String text, Shell shell) {
    shell.print(mask.apply(text));
  }

  private static String sentence(BuildResult result) {
    String pushed = result.image().pushed().map(name -> "Pushed %s.\n".formatted(name)).orElse("");
    String kept =
        result.replaced().map(name -> "The old image is %s.\n".formatted(name)).orElse("");
    return "%s %s in %.1f s.\n"
            .formatted(
                switch (result.outcome()) {
                  case CACHED -> "Found";
                  case PULLED -> "Pulled";
                  case BUILT -> "Built";
                },
                result.image().reference(),
                result.took().toMillis() / 1000.0)
        + kept
        + pushed;
  }

  private static Map<String, Object> description(
      BuildFailure failure, BuildRequest request, Shell shell) {
    var json = new LinkedHashMap<>(failure.details().description());
    var place = failure.details().problem().place();
    json.put("file", new ShownPaths(shell.folder()).of(place.file()));
    json.put("line", line(failure, request));
    return json;
  }

  private static String where(BuildFailure failure, BuildRequest request, Shell shell) {
    var place = failure.details().problem().place();
    return "%s:%d: "
        .formatted(new ShownPaths(shell.folder()).of(place.file()), line(failure, request));
  }

  private static int line(BuildFailure failure, BuildRequest request) {
    var place = failure.details().problem().place();
    String text =
        place.file().equals(request.definition().source().uri())
            ? request.definition().source().yaml().text()
            : request.surroundings().file(place.file()) instanceof FileState.Text file
                ? file.text()
                : "";
    return LineIndex.of(text).line(Math.min(place.range().start(), text.length())) + 1;
  }
}
