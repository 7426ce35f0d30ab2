package dev.envlens.feature;

import dev.envlens.definition.Definition;
import dev.envlens.definition.HashInput;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What building an environment's image means, in words. */
public final class BuildSteps {

  private BuildSteps() {}

  /**
   * The steps in their order, each as a command: "take the base image python:3.11". None where no
   * hash is known.
   */
  public static List<String> of(Definition definition, Surroundings surroundings) {
    return HashInput.of(definition, surroundings).map(BuildSteps::of).orElse(List.of());
  }

  private static List<String> of(HashInput input) {
    List<String> steps = new ArrayList<>();
    input.image().map("take the base image %s"::formatted).ifPresent(steps::add);
    input.docker().map(BuildSteps::docker).ifPresent(steps::add);
    input.conda().map(BuildSteps::conda).ifPresent(steps::add);
    input
        .spark()
        .filter(spark -> spark.precache() && !spark.packages().isEmpty())
        .map(spark -> "resolve " + count(spark.packages().size(), "Spark package"))
        .ifPresent(steps::add);
    return List.copyOf(steps);
  }

  private static String docker(HashInput.Docker docker) {
    if (docker instanceof HashInput.LocalContext context) {
      return dockerfile(context.dockerfile());
    }
    if (docker instanceof HashInput.Steps only) {
      return dockerfile(only.dockerfile());
    }
    return docker instanceof HashInput.DigestedContext context
        ? dockerfile(context.dockerfile())
        : "run the Docker steps of a context that is elsewhere";
  }

  private static String dockerfile(String text) {
    int steps = Dockerfile.parse(text).instructions().size();
    return "run " + count(steps, "step") + " of the Dockerfile";
  }

  private static String conda(HashInput.Conda conda) {
    int packages =
        conda.dependencies().stream()
            .mapToInt(
                dependency ->
                    dependency instanceof HashInput.Pip pip ? pip.requirements().size() : 1)
            .sum();
    return "create the conda environment with " + count(packages, "package");
  }

  private static String count(int number, String what) {
    return number == 1 ? "one " + what : number + " " + what + "s";
  }
}
