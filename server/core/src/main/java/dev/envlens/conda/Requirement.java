package dev.envlens.conda;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A Python requirement (PEP 508): {@code name[extra]>=1,<2 ; marker} or {@code name @ URL ;
 * marker}.
 *
 * @param extras the names in brackets
 * @param specifiers which versions are allowed; none with a reference
 * @param version where the comparisons stand, from the first operator to the last version
 * @param reference where the package comes from, behind an {@code @}
 * @param marker the condition behind the {@code ;}, whose grammar was checked
 */
public record Requirement(
    Part name,
    List<Part> extras,
    Pep440Specifiers specifiers,
    Optional<TextRange> version,
    Optional<DirectReference> reference,
    Optional<Part> marker) {

  public Requirement {
    extras = List.copyOf(extras);
  }

  public static Parsed<Requirement> parse(String text) {
    return Fault.guard(text, t -> new RequirementReader(t, 0, t.length()).read());
  }

  public PackageName packageName() {
    return new PackageName(name.text());
  }

  /** How far this leaves the version open. */
  public Pinning pinning() {
    return reference.map(DirectReference::pinning).orElseGet(specifiers::pinning);
  }

  /** Whether there is a version, but a range of them. */
  public boolean isLoose() {
    return pinning().level() == Pinning.Level.RANGE;
  }
}
