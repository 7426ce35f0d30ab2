package dev.envlens.check;

import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import java.util.Optional;

/** A rule about conda definitions; it holds what every one of them says of itself. */
abstract class CondaRule implements Rule {

  private final String code;
  private final Severity severity;
  private final String summary;

  CondaRule(String code, Severity severity, String summary) {
    this.code = code;
    this.severity = severity;
    this.summary = summary;
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final Severity severity() {
    return severity;
  }

  @Override
  public final String summary() {
    return summary;
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
