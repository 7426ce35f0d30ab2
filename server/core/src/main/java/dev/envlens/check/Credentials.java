package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.link.Paths;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secrets in a definition, for whatever would keep or pass on the definition. They are what the
 * rule {@code credentials-in-definition} finds, whatever comment or setting silences it.
 */
public final class Credentials {

  private static final Rule RULE = new CredentialsInDefinition();

  /** The rule asks for nothing that is outside the files. */
  private static final Facts NOTHING_KNOWN = new Facts(LocalDate.EPOCH);

  private Credentials() {}

  /**
   * Where secrets stand: in the definition, and in the conda file, the requirements files and the
   * Dockerfile that it leads to. The other files of a build context aren't searched.
   */
  public static List<Finding> in(Definition definition) {
    return Stream.of(
            RULE.definition(definition, NOTHING_KNOWN),
            definition.parts().conda().flatMap(Conda::section).stream()
                .flatMap(conda -> RULE.conda(conda, NOTHING_KNOWN)),
            definition.dockerfile().stream().flatMap(RULE::dockerfile),
            definition.requirements().flatMap(file -> RULE.requirements(file, NOTHING_KNOWN)))
        .flatMap(found -> found)
        .toList();
  }

  /** Whether one stands in a text, in its comments too. */
  public static boolean standIn(String text) {
    return !Secrets.in(text).isEmpty();
  }

  /**
   * Why {@code definition} may not be kept or passed on, as a sentence that repeats no secret and
   * says where secrets belong; empty where it may.
   */
  public static Optional<String> refusal(Definition definition) {
    return in(definition).stream()
        .findFirst()
        .map(finding -> refusal(Paths.name(finding.place().file())));
  }

  /** The same for a secret in {@code file}, which names a file. */
  public static String refusal(String file) {
    return "A secret stands in '%s', where everyone could read it who uses the environment. Remove"
            .formatted(Secrets.mask(file))
        + " it and make it invalid: a registry's password belongs in Docker's configuration, any"
        + " other in a workspace connection.";
  }
}
