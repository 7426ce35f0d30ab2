package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Reference;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.link.Place;
import dev.envlens.schema.SchemaProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which an environment can be wrong. A rule looks at whichever of the things below it
 * has something to say about; each is shown to it once.
 */
public interface Rule {

  /** Kebab-case, permanent, with a section of its own in docs/rules.md. */
  String code();

  /** The severity where settings don't say otherwise. */
  Severity severity();

  /** What the rule looks for, in one line for a list of rules. */
  String summary();

  /** A text of which at least a part is ours. */
  default Stream<Finding> text(Source source) {
    return Stream.empty();
  }

  /** Something in {@code subject} that its schema refuses. */
  default Stream<Finding> problem(SchemaProblem problem, Subject subject) {
    return Stream.empty();
  }

  /** A definition, in whatever form it is written. */
  default Stream<Finding> definition(Definition definition, Facts facts) {
    return Stream.empty();
  }

  /** A place that names an environment instead of defining one. */
  default Stream<Finding> reference(Reference reference, Facts facts) {
    return Stream.empty();
  }

  /** A conda definition that an environment uses, or that was opened by itself. */
  default Stream<Finding> conda(CondaSection conda, Facts facts) {
    return Stream.empty();
  }

  /** A Dockerfile that an environment is built with, or that was opened by itself. */
  default Stream<Finding> dockerfile(DockerfileSource dockerfile) {
    return Stream.empty();
  }

  /** The same, for a rule that has to know more. */
  default Stream<Finding> dockerfile(DockerfileSource dockerfile, Facts facts) {
    return dockerfile(dockerfile);
  }

  /** A requirements or constraints file that the image of an environment is built with. */
  default Stream<Finding> requirements(RequirementsSource requirements, Facts facts) {
    return Stream.empty();
  }

  /**
   * Whether it may have a fix that can be applied to a whole file at once: see {@link Fix#safe}.
   */
  default boolean hasSafeFix() {
    return false;
  }

  /**
   * Whether it judges conda files and Dockerfiles by what uses them, so that the file by itself
   * can't tell whether there is a fault.
   */
  default boolean dependsOnUse() {
    return false;
  }

  /** A finding of this rule. */
  default Finding finding(Place place, String message, Fix... fixes) {
    return finding(place, message, List.of(fixes));
  }

  /** A finding of this rule. */
  default Finding finding(Place place, String message, List<Fix> fixes) {
    return new Finding(code(), severity(), place, message, fixes);
  }
}
