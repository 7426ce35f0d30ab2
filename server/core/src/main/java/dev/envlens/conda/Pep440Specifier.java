package dev.envlens.conda;

import dev.envlens.text.TextRange;
import java.util.Locale;
import java.util.Optional;

/**
 * One comparison of a Python requirement, such as {@code >=1.2} (PEP 440, version specifiers).
 *
 * @param operand what stands behind the operator, as written
 * @param version the version in it, without {@code .*}; empty after {@code ===}, whose operand is
 *     any text
 * @param isPrefix whether the operand ends in {@code .*}
 * @param range where operator and operand stand
 */
public record Pep440Specifier(
    Comparison comparison,
    Part operand,
    Optional<Pep440Version> version,
    boolean isPrefix,
    TextRange range) {

  /**
   * Whether {@code candidate} satisfies this comparison. Installers leave out pre-releases unless
   * they are asked for; this doesn't.
   */
  public boolean contains(Pep440Version candidate) {
    if (version.isEmpty()) {
      return candidate.toString().equals(operand.text().toLowerCase(Locale.ROOT));
    }
    var wanted = version.get();
    return switch (comparison) {
      case EQUAL, IDENTICAL, FUZZY -> isEqual(candidate, wanted);
      case NOT_EQUAL -> !isEqual(candidate, wanted);
      case COMPATIBLE ->
          candidate.withoutLocal().compareTo(wanted) >= 0
              && candidate.beginsWith(wanted, wanted.release().size() - 1);
      case AT_MOST, AT_LEAST -> comparison.accepts(candidate.withoutLocal().compareTo(wanted));
      case BELOW -> candidate.compareTo(wanted) < 0 && !isPreReleaseOf(candidate, wanted);
      case ABOVE -> candidate.compareTo(wanted) > 0 && !isLaterFormOf(candidate, wanted);
    };
  }

  private boolean isEqual(Pep440Version candidate, Pep440Version wanted) {
    if (isPrefix) {
      return candidate.beginsWith(wanted, wanted.release().size());
    }
    return (wanted.local().isEmpty() ? candidate.withoutLocal() : candidate).equals(wanted);
  }

  /** {@code <2} leaves out {@code 2rc1}, unless it is a pre-release that is named. */
  private static boolean isPreReleaseOf(Pep440Version candidate, Pep440Version wanted) {
    return candidate.isPreRelease()
        && !wanted.isPreRelease()
        && candidate.base().equals(wanted.base());
  }

  /** {@code >2} leaves out {@code 2.post1} and {@code 2+local}. */
  private static boolean isLaterFormOf(Pep440Version candidate, Pep440Version wanted) {
    boolean isPost = candidate.post().isPresent() && wanted.post().isEmpty();
    return (isPost && candidate.base().equals(wanted.base()))
        || (!candidate.local().isEmpty() && candidate.withoutLocal().equals(wanted));
  }

  /** Whether this allows one version only. */
  boolean isExact() {
    return comparison == Comparison.IDENTICAL || (comparison == Comparison.EQUAL && !isPrefix);
  }

  @Override
  public String toString() {
    return comparison.symbol() + operand.text();
  }
}
