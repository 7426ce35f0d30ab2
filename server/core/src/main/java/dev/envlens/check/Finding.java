package dev.envlens.check;

import dev.envlens.link.Place;
import java.util.List;

/**
 * A fault, where its text is.
 *
 * @param code the rule's
 * @param message what is wrong, on what, what to do: one or two sentences
 * @param fixes the best first
 */
public record Finding(
    String code, Severity severity, Place place, String message, List<Fix> fixes) {

  public Finding {
    fixes = List.copyOf(fixes);
  }

  /** The same without secrets in what is shown. */
  Finding masked() {
    return new Finding(
        code, severity, place, Secrets.mask(message), fixes.stream().map(Fix::masked).toList());
  }

  Finding with(Severity other) {
    return new Finding(code, other, place, message, fixes);
  }
}
