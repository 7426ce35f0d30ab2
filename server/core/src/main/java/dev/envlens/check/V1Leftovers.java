package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a definition of SDK v1 says that an environment file has no place for, in words that tell
 * where it belongs. Values are never repeated: they may be secrets.
 */
public final class V1Leftovers {

  private V1Leftovers() {}

  /** One sentence for each. */
  public static List<String> of(Definition definition) {
    var node = definition.node();
    var found = new ArrayList<String>();
    node.mapping("environmentVariables")
        .filter(V1Rule::setsVariables)
        .map(V1Leftovers::names)
        .map("Variables (%s) are set on the job now, as 'environment_variables'."::formatted)
        .ifPresent(found::add);
    if (isGiven(node, "spark") && definition.parts().spark().isPresent()) {
      found.add("Spark packages aren't carried over: a Spark job lists its own.");
    }
    if (isGiven(node, "databricks")) {
      found.add("Databricks libraries aren't carried over: the cluster holds them now.");
    }
    if (isGiven(node, "r")) {
      found.add("R packages aren't carried over: install them in a Dockerfile.");
    }
    if (isGiven(node, "inferencingStackVersion")) {
      found.add(
          "For a web service, list 'azureml-inference-server-http' among the packages:"
              + " 'inferencingStackVersion' isn't carried over.");
    }
    node.mapping("docker").ifPresent(docker -> ofDocker(docker, found));
    node.mapping("python").ifPresent(python -> ofPython(python, found));
    return found;
  }

  private static void ofDocker(Mapping docker, List<String> found) {
    if (isGiven(docker, "baseImageRegistry")) {
      found.add(
          "The registry of the image isn't carried over: a connection of the workspace holds its"
              + " address and credentials.");
    }
    if (isGiven(docker, "arguments")) {
      found.add("Docker's arguments are set on the job now, as 'resources.docker_args'.");
    }
    if (docker.scalar("shmSize").filter(size -> !size.text().equalsIgnoreCase("2g")).isPresent()) {
      found.add("Shared memory is set on the job now, as 'resources.shm_size'.");
    }
  }

  private static void ofPython(Mapping python, List<String> found) {
    if (isGiven(python, "baseCondaEnvironment")) {
      found.add("The conda environment of the image that this added to isn't carried over.");
    }
    if (python
        .scalar("interpreterPath")
        .map(Scalar::text)
        .filter(path -> !path.isBlank() && !path.equals("python"))
        .isPresent()) {
      found.add(
          "Name the Python to run in the job's command: 'interpreterPath' isn't carried over.");
    }
  }

  private static boolean isGiven(Mapping mapping, String key) {
    return mapping.get(key).filter(V1Rule::isGiven).isPresent();
  }

  private static String names(Mapping variables) {
    return variables.effective().stream().map(Entry::name).collect(Collectors.joining(", "));
  }
}
