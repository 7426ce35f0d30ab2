package dev.envlens.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which a newer definition differs from an older one.
 *
 * @param what the part that differs
 * @param name what it is called, as the newer definition writes it where it has it: a package, a
 *     channel, a file of the context, a variable; the part's own name where there is but one
 * @param change how it differs
 * @param at where it is in the newer definition, as indexes from 0: of a channel, a Spark package
 *     or a conda dependency the one in its list, of a pip requirement the one of the {@code pip:}
 *     list among the dependencies and the one in that list, of a Dockerfile its first line that
 *     differs; none for what was removed or has no such place
 */
public record Difference(What what, String name, Change change, List<Integer> at) {

  public Difference {
    at = List.copyOf(at);
  }

  /** The parts of a definition. */
  public enum What {
    IMAGE("image"),
    DOCKERFILE("Dockerfile"),
    CONTEXT("build context"),
    CONTEXT_FILE("context file"),
    CONDA("conda definition"),
    CHANNEL("channel"),
    DEPENDENCY("dependency"),
    PIP("pip"),
    VARIABLE("variable"),
    SPARK_REPOSITORY("Spark repository"),
    SPARK_PACKAGE("Spark package"),
    SPARK_PRECACHE("Spark precaching"),
    OS("os");

    private final String words;

    What(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** As JSON writes it: {@code context-file}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What became of a part. */
  public sealed interface Change {

    /** As JSON writes it. */
    default String word() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** What the older definition has; empty where that can't be told or there is nothing. */
    default Optional<String> before() {
      if (this instanceof Removed removed) {
        return Optional.of(removed.text());
      }
      return this instanceof Changed changed ? Optional.of(changed.older()) : Optional.empty();
    }

    /** What the newer definition has; empty where that can't be told or there is nothing. */
    default Optional<String> after() {
      if (this instanceof Added added) {
        return Optional.of(added.text());
      }
      return this instanceof Changed changed ? Optional.of(changed.newer()) : Optional.empty();
    }
  }

  /** The newer definition alone has it. */
  public record Added(String text) implements Change {}

  /** The older definition alone has it. */
  public record Removed(String text) implements Change {}

  /** Both have it, as these texts. */
  public record Changed(String older, String newer) implements Change {}

  /** Both list the same things, or most of them, in another order. */
  public record Reordered() implements Change {}

  /** Both have it, and no more is known than that they differ. */
  public record Differs() implements Change {}

  static Difference of(What what, Change change) {
    return new Difference(what, what.words, change, List.of());
  }

  static Difference of(What what, String name, Change change) {
    return new Difference(what, name, change, List.of());
  }

  /** In a few words, such as {@code numpy: 1.24 → 1.26} or {@code channels: another order}. */
  public String sentence() {
    if (change instanceof Reordered) {
      return list() + ": another order";
    }
    if (change instanceof Changed changed) {
      return subject() + ": " + words(changed);
    }
    if (change instanceof Differs) {
      return subject() + ": changed";
    }
    return subject() + ": " + change.word();
  }

  private String words(Changed changed) {
    return switch (what) {
      case DOCKERFILE -> "changed from line %d on".formatted(at.isEmpty() ? 1 : at.get(0) + 1);
      case CONTEXT_FILE -> "changed";
      case DEPENDENCY, PIP -> PackageText.versions(changed.older(), changed.newer());
      default -> "%s → %s".formatted(changed.older(), changed.newer());
    };
  }

  private String list() {
    return switch (what) {
      case CHANNEL -> "channels";
      case DEPENDENCY -> "dependencies";
      case SPARK_REPOSITORY -> "Spark repositories";
      case SPARK_PACKAGE -> "Spark packages";
      default -> what.words;
    };
  }

  private String subject() {
    return switch (what) {
      case CONTEXT_FILE, CHANNEL, VARIABLE, SPARK_REPOSITORY, SPARK_PACKAGE ->
          what.words + " " + name;
      case DEPENDENCY, PIP ->
          change
              .before()
              .or(change::after)
              .filter(text -> !(change instanceof Changed))
              .orElse(name);
      case IMAGE ->
          change instanceof Changed
              ? what.words
              : what.words + " " + change.before().or(change::after).orElse("");
      default -> what.words;
    };
  }
}
