package dev.envlens.check;

/** A rule that is told what it says of itself. */
abstract class DescribedRule implements Rule {

  private final String code;
  private final Severity severity;
  private final String summary;

  DescribedRule(String code, Severity severity, String summary) {
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
}
