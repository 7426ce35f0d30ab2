package dev.envlens.conda;

import java.util.Locale;

/**
 * The name of a package, as somebody wrote it.
 *
 * @param text as written
 */
public record PackageName(String text) {

  /** The name as conda knows it: lower case. */
  public String conda() {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * The name as package indexes know it (PEP 503): lower case, each run of {@code -}, {@code _} and
   * {@code .} a single {@code -}.
   */
  public String pip() {
    var name = new StringBuilder(text.length());
    boolean inRun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separates = c == '-' || c == '_' || c == '.';
      if (!separates) {
        name.append(c);
      } else if (!inRun) {
        name.append('-');
      }
      inRun = separates;
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Equal for two names that mean one package, in whichever of conda and pip they stand. It is the
   * name of PEP 503, since conda packages are named after what they hold, with other separators at
   * times ({@code scikit_learn}).
   */
  public String key() {
    return pip();
  }

  /** Whether both name one package; see {@link #key}. */
  public boolean isSameAs(PackageName other) {
    return key().equals(other.key());
  }
}
