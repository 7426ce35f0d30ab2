package dev.envlens.definition;

import dev.envlens.link.ContextEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a definition that decide what its image holds, and nothing else: no name, version or
 * tag. Texts are as written, once YAML's quoting is gone.
 *
 * @param image the base image's text
 * @param docker the Docker steps
 * @param conda the conda definition; empty where the user manages the Python environment
 * @param spark the Spark definition
 * @param os {@code linux} or {@code windows}, in any letter case
 */
public record HashInput(
    Optional<String> image,
    Optional<Docker> docker,
    Optional<Conda> conda,
    Optional<Spark> spark,
    String os) {

  /** The same with channels, dependencies and pip's requirements sorted. */
  HashInput sorted() {
    return new HashInput(image, docker, conda.map(Conda::sorted), spark, os);
  }

  /** The Docker steps of a definition. */
  public sealed interface Docker {}

  /**
   * A folder to build in.
   *
   * @param dockerfile the Dockerfile's text
   * @param otherFiles the files beside it that a build would see, in any order
   */
  public record LocalContext(String dockerfile, List<ContextEntry> otherFiles) implements Docker {
    public LocalContext {
      otherFiles = List.copyOf(otherFiles);
    }
  }

  /**
   * A context that is elsewhere, and counts by its address alone.
   *
   * @param url as written
   * @param dockerfilePath as written; leaving it out is the same as {@code Dockerfile}
   */
  public record RemoteContext(String url, Optional<String> dockerfilePath) implements Docker {}

  /** A Dockerfile without a context: {@code baseDockerfile} of a v1 definition. */
  public record Steps(String dockerfile) implements Docker {}

  /**
   * A folder to build in of which only the Dockerfile is known in full, as in a stored hash.
   *
   * @param otherFiles the digest of the other files, as the hash has it; empty when there are none
   */
  public record DigestedContext(String dockerfile, Optional<String> otherFiles) implements Docker {}

  /**
   * A conda definition. Channels that are left out and an empty list of them are the same.
   *
   * @param variables the environment variables that conda sets, which are built in
   */
  public record Conda(
      List<String> channels, List<Dependency> dependencies, Map<String, String> variables) {
    public Conda {
      channels = List.copyOf(channels);
      dependencies = List.copyOf(dependencies);
      variables = Map.copyOf(variables);
    }

    /** Packages by their text, then pip's lists. */
    private static final Comparator<Dependency> BY_TEXT =
        Comparator.comparing((Dependency dependency) -> dependency instanceof Pip)
            .thenComparing(Dependency::text);

    private Conda sorted() {
      return new Conda(
          channels.stream().sorted().toList(),
          dependencies.stream()
              .map(dependency -> dependency instanceof Pip pip ? pip.sorted() : dependency)
              .sorted(BY_TEXT)
              .toList(),
          variables);
    }
  }

  /** An entry of a conda definition's {@code dependencies}. */
  public sealed interface Dependency {

    private String text() {
      return this instanceof Spec spec ? spec.text : String.join("\n", ((Pip) this).requirements);
    }
  }

  /** A conda match specification. */
  public record Spec(String text) implements Dependency {}

  /** A {@code pip:} list: one line of a requirements file each. */
  public record Pip(List<String> requirements) implements Dependency {
    public Pip {
      requirements = List.copyOf(requirements);
    }

    private Pip sorted() {
      return new Pip(requirements.stream().sorted().toList());
    }
  }

  /**
   * The Spark section of a v1 definition.
   *
   * @param packages each {@code group:artifact:version}
   * @param precache whether the packages are fetched while the image is built
   */
  public record Spark(List<String> repositories, List<String> packages, boolean precache) {
    public Spark {
      repositories = List.copyOf(repositories);
      packages = List.copyOf(packages);
    }
  }
}
