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

  /** Two findings are one when they say the same of the same place, however they would mend it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Finding finding
        && code.equals(finding.code)
        && severity == finding.severity
        && place.file().equals(finding.place.file())
        && place.range().start() == finding.place.range().start()
        && place.range().end() == finding.place.range().end()
        && message.equals(finding.message);
  }

  // Written out, as equals is: what a record brings by itself is made at run time, for each record
  // within it, and costs a fresh JVM some 40 ms before the first finding is shown.
  @Override
  public int hashCode() {
    return 31 * message.hashCode() + place.range().start();
  }

  /** The same without secrets in what is shown. */
  Finding masked() {
    String shown = Secrets.mask(message);
    return fixes.isEmpty() && shown.equals(message)
        ? this
        : new Finding(code, severity, place, shown, fixes.stream().map(Fix::masked).toList());
  }

  Finding with(Severity other) {
    return severity == other ? this : new Finding(code, other, place, message, fixes);
  }
}
