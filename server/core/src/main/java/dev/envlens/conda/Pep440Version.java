package dev.envlens.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A version of a Python package (PEP 440). Order and equality are those of PEP 440: {@code 1.0} and
 * {@code 1.0.0} are equal.
 */
public final class Pep440Version implements Comparable<Pep440Version> {

  /**
   * Which pre-release a version is.
   *
   * @param phase {@code a}, {@code b} or {@code rc}
   */
  public record PreRelease(String phase, Numeral number) implements Comparable<PreRelease> {
    @Override
    public int compareTo(PreRelease other) {
      int byPhase = phase.compareTo(other.phase);
      return byPhase != 0 ? byPhase : number.compareTo(other.number);
    }

    @Override
    public String toString() {
      return phase + number;
    }
  }

  /** What comes after the release. */
  record Suffix(
      Optional<PreRelease> pre,
      Optional<Numeral> post,
      Optional<Numeral> dev,
      List<String> local) {}

  private final Numeral epoch;
  private final List<Numeral> release;
  private final Suffix suffix;

  Pep440Version(Numeral epoch, List<Numeral> release, Suffix suffix) {
    this.epoch = epoch;
    this.release = List.copyOf(release);
    this.suffix = suffix;
  }

  /** The version that {@code text} says, spaces around it aside; empty when it is none. */
  public static Optional<Pep440Version> parse(String text) {
    return Pep440VersionReader.read(text);
  }

  public Numeral epoch() {
    return epoch;
  }

  /** The numbers between the points, as written: {@code 1.0} has two. */
  public List<Numeral> release() {
    return release;
  }

  public Optional<PreRelease> pre() {
    return suffix.pre();
  }

  public Optional<Numeral> post() {
    return suffix.post();
  }

  public Optional<Numeral> dev() {
    return suffix.dev();
  }

  /** The parts of the local version, which follows a {@code +}; empty without one. */
  public List<String> local() {
    return suffix.local();
  }

  /** Whether this is a pre-release or a development release. */
  public boolean isPreRelease() {
    return pre().isPresent() || dev().isPresent();
  }

  /** This version without its local part. */
  Pep440Version withoutLocal() {
    return local().isEmpty()
        ? this
        : new Pep440Version(epoch, release, new Suffix(pre(), post(), dev(), List.of()));
  }

  /** Only the epoch and the release. */
  Pep440Version base() {
    var none = new Suffix(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    return new Pep440Version(epoch, release, none);
  }

  /** Whether this version's release begins with the first {@code parts} numbers of a prefix's. */
  boolean beginsWith(Pep440Version prefix, int parts) {
    if (!epoch.equals(prefix.epoch)) {
      return false;
    }
    for (int i = 0; i < parts; i++) {
      if (!part(i).equals(prefix.part(i))) {
        return false;
      }
    }
    return true;
  }

  private Numeral part(int index) {
    return index < release.size() ? release.get(index) : Numeral.ZERO;
  }

  @Override
  public int compareTo(Pep440Version other) {
    int order = epoch.compareTo(other.epoch);
    for (int i = 0; order == 0 && i < Math.max(release.size(), other.release.size()); i++) {
      order = part(i).compareTo(other.part(i));
    }
    if (order == 0) {
      order = comparePhase(other);
    }
    if (order == 0) {
      order = compare(post(), other.post(), -1);
    }
    if (order == 0) {
      order = compare(dev(), other.dev(), 1);
    }
    return order != 0 ? order : compareLocal(other);
  }

  /** A development release of the release itself comes before its pre-releases. */
  private int comparePhase(Pep440Version other) {
    int rank = Integer.compare(phaseRank(), other.phaseRank());
    return rank != 0 || pre().isEmpty() ? rank : compare(pre(), other.pre(), 0);
  }

  private int phaseRank() {
    if (pre().isPresent()) {
      return 1;
    }
    return post().isEmpty() && dev().isPresent() ? 0 : 2;
  }

  /** {@code absent} is the order of a missing part against one that is there. */
  private static <T extends Comparable<T>> int compare(
      Optional<T> one, Optional<T> other, int absent) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().compareTo(other.get());
    }
    if (one.isPresent() == other.isPresent()) {
      return 0;
    }
    return one.isEmpty() ? absent : -absent;
  }

  private int compareLocal(Pep440Version other) {
    int common = Math.min(local().size(), other.local().size());
    for (int i = 0; i < common; i++) {
      int order = compareLocalPart(local().get(i), other.local().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(local().size(), other.local().size());
  }

  private static int compareLocalPart(String one, String other) {
    boolean oneIsNumber = Characters.areAll(one, Characters::isDigit);
    boolean otherIsNumber = Characters.areAll(other, Characters::isDigit);
    if (oneIsNumber && otherIsNumber) {
      return new Numeral(one).compareTo(new Numeral(other));
    }
    return oneIsNumber == otherIsNumber ? one.compareTo(other) : oneIsNumber ? 1 : -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pep440Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    var significant = new ArrayList<>(release);
    while (!significant.isEmpty() && significant.get(significant.size() - 1).isZero()) {
      significant.remove(significant.size() - 1);
    }
    return Objects.hash(epoch, significant, suffix);
  }

  /** The version in PEP 440's normal form. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    if (!epoch.isZero()) {
      text.append(epoch).append('!');
    }
    text.append(String.join(".", release.stream().map(Numeral::digits).toList()));
    pre().ifPresent(text::append);
    post().ifPresent(number -> text.append(".post").append(number));
    dev().ifPresent(number -> text.append(".dev").append(number));
    if (!local().isEmpty()) {
      text.append('+').append(String.join(".", local()));
    }
    return text.toString();
  }
}
