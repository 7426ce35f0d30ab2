package dev.envlens.build;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.HashInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Dockerfile that an image is built with: the base image and the Docker steps, then the conda
 * environment, then Spark's packages. The same definition gives the same text.
 *
 * @param sections in order; the text is what they hold, one after the other
 * @param condaFile the conda file that it copies
 */
public record GeneratedDockerfile(List<Section> sections, Optional<String> condaFile) {

  /** What the conda file is called in the build context. */
  public static final String CONDA_FILE = "conda.yml";

  private static final String SETUP = "/azureml-environment-setup";

  /** Maven coordinates and repositories as they can stand in a shell's command unquoted. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/@%+=~-]+");

  public GeneratedDockerfile {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the text.
   *
   * @param part what of the definition it makes: {@code image}, {@code docker}, {@code conda},
   *     {@code spark}
   * @param written whether it is the user's own text, unchanged
   */
  public record Section(String part, String text, boolean written) {}

  /**
   * The Dockerfile for a definition.
   *
   * @throws BuildRefused when something in it can't be said in a Dockerfile
   */
  static GeneratedDockerfile of(DefinitionHash hash, HashInput input) {
    List<Section> sections = new ArrayList<>();
    input.image().ifPresent(image -> sections.add(image(hash, image)));
    input.docker().ifPresent(docker -> sections.add(steps(docker)));
    String environment = "/azureml-envs/azureml_" + hash.hex().substring(0, 32);
    input.conda().ifPresent(conda -> sections.add(conda(environment, conda)));
    input
        .spark()
        .filter(spark -> spark.precache() && !spark.packages().isEmpty())
        .ifPresent(spark -> sections.add(spark(spark)));
    return new GeneratedDockerfile(sections, input.conda().map(CondaText::of));
  }

  /** All of it. */
  public String text() {
    return sections.stream().map(Section::text).collect(Collectors.joining());
  }

  /** All of it, and the conda file that it copies in comments below. */
  public String shown() {
    return text()
        + condaFile
            .map(
                file ->
                    "\n# %s:\n%s"
                        .formatted(
                            CONDA_FILE,
                            file.lines()
                                .map(line -> "#   " + line + "\n")
                                .collect(Collectors.joining())))
            .orElse("");
  }

  private static Section image(DefinitionHash hash, String image) {
    return new Section(
        "image",
        """
        # Makes %s.
        # envlens writes this anew from the definition for each build.

        # The base image
        FROM %s
        """
            .formatted(hash.repository(), image),
        false);
  }

  private static Section steps(HashInput.Docker docker) {
    if (docker instanceof HashInput.LocalContext context) {
      return new Section("docker", context.dockerfile(), true);
    }
    if (docker instanceof HashInput.Steps steps) {
      String text = steps.dockerfile().replace("\r\n", "\n");
      return new Section("docker", text.endsWith("\n") ? text : text + "\n", true);
    }
    throw new BuildRefused(
        "A build context that is elsewhere can't be built here. Fetch it, and name the folder in build.path.");
  }

  private static Section conda(String environment, HashInput.Conda conda) {
    return new Section(
        "conda",
        """

        # The conda environment
        USER root
        WORKDIR %1$s
        COPY %3$s ./
        RUN set -e; \\
            export CONDA_ALWAYS_YES=true MAMBA_ALWAYS_YES=true PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1; \\
            if command -v conda >/dev/null 2>&1; then \\
              conda env create -p %2$s -f %3$s && conda clean --all --yes; \\
            elif command -v mamba >/dev/null 2>&1; then \\
              mamba env create -p %2$s -f %3$s && mamba clean --all --yes; \\
            elif command -v micromamba >/dev/null 2>&1; then \\
              micromamba create -p %2$s -f %3$s && micromamba clean --all --yes; \\
            else \\
              echo 'conda: not found, nor mamba or micromamba: choose a base image with one on its PATH.' >&2; \\
              exit 127; \\
            fi
        ENV AZUREML_CONDA_ENVIRONMENT_PATH=%2$s
        ENV PATH=%2$s/bin:$PATH
        ENV LD_LIBRARY_PATH=%2$s/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        %4$sENV AZUREML_ENVIRONMENT_IMAGE=True
        """
            .formatted(SETUP, environment, CONDA_FILE, variables(conda.variables())),
        false);
  }

  /**
   * The variables that conda would set when it activates an environment, which nobody does here.
   */
  private static String variables(Map<String, String> variables) {
    var lines = new StringBuilder();
    new TreeMap<>(variables)
        .forEach((name, value) -> lines.append("ENV %s=%s\n".formatted(name(name), quoted(value))));
    return lines.toString();
  }

  private static String name(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new BuildRefused(
          "'%s' under the conda definition's 'variables' can't be the name of a variable. Use letters, digits and '_'."
              .formatted(name));
    }
    return name;
  }

  private static String quoted(String value) {
    if (value.chars().anyMatch(c -> c < ' ')) {
      throw new BuildRefused(
          "A value under the conda definition's 'variables' has a line break or tab, which an image's variable can't have. Take it out.");
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
  }

  private static Section spark(HashInput.Spark spark) {
    String repositories =
        spark.repositories().isEmpty() ? "" : " --repositories " + list(spark.repositories());
    return new Section(
        "spark",
        """

        # Spark's packages, resolved now so that no run has to
        USER root
        WORKDIR %1$s
        RUN set -e; \\
            submit="${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit"; \\
            if ! command -v "$submit" >/dev/null 2>&1; then \\
              echo 'The image has no spark-submit, in SPARK_HOME or on its PATH: choose one that has.' >&2; \\
              exit 127; \\
            fi; \\
            echo 'print("resolved")' > resolve.py; \\
            "$submit" --master 'local[1]'%2$s --packages %3$s resolve.py; \\
            rm resolve.py
        """
            .formatted(SETUP, repositories, list(spark.packages())),
        false);
  }

  private static String list(List<String> texts) {
    for (String text : texts) {
      if (!HARMLESS.matcher(text).matches()) {
        throw new BuildRefused(
            "A Spark package or repository has a character that belongs in neither. Write group:artifact:version, and plain URLs.");
      }
    }
    return String.join(",", texts);
  }
}
