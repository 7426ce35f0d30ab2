package dev.envlens.check;

import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import java.util.Optional;

/** A rule about conda definitions. */
abstract class CondaRule extends DescribedRule {

  CondaRule(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  /** A finding with the fix that there may be. */
  final Finding finding(Place place, String message, Optional<Fix> fix) {
    return finding(place, message, fix.stream().toList());
  }

  /** Where the key of {@code entry} stands, without its quotes. */
  static TextRange key(Entry entry) {
    return entry.key() instanceof Scalar key ? key.contentRange() : entry.key().range();
  }
}
