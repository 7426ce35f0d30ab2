package dev.envlens.contents;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which of an image's Python environments a command in it would use: the one that was made for the
 * definition, else what the image's variables name.
 */
final class PrefixOrder implements Comparator<String> {

  private static final String MADE = "/azureml-envs/azureml_";

  private final Map<String, String> variables;
  private final List<String> path;

  /**
   * @param variables the image's environment variables
   */
  PrefixOrder(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
    this.path = Arrays.asList(variables.getOrDefault("PATH", "").split(":", -1));
  }

  @Override
  public int compare(String one, String other) {
    return Comparator.comparingInt(this::rank)
        .thenComparing(Comparator.naturalOrder())
        .compare(one, other);
  }

  private int rank(String prefix) {
    if (prefix.equals(folder("AZUREML_CONDA_ENVIRONMENT_PATH"))) {
      return 0;
    }
    if (prefix.startsWith(MADE)) {
      return 1;
    }
    int onPath = path.indexOf(prefix.equals("/") ? "/bin" : prefix + "/bin");
    if (onPath >= 0) {
      return 2 + onPath;
    }
    return prefix.equals(folder("CONDA_PREFIX")) ? Integer.MAX_VALUE - 1 : Integer.MAX_VALUE;
  }

  private String folder(String variable) {
    String value = variables.getOrDefault(variable, "");
    return value.endsWith("/") && value.length() > 1
        ? value.substring(0, value.length() - 1)
        : value;
  }
}
