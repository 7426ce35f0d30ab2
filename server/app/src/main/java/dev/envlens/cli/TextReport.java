package dev.envlens.cli;

import dev.envlens.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** {@code --format text}: for people. */
final class TextReport implements ReportFormat {

  private final Paint paint;

  TextReport(Paint paint) {
    this.paint = paint;
  }

  @Override
  public String text(Report report) {
    var text = new StringBuilder();
    report.findings().forEach(finding -> write(text, finding));
    return text.append(summary(report)).append('\n').toString();
  }

  private void write(StringBuilder text, Reported finding) {
    String number = Integer.toString(finding.line());
    String margin = " ".repeat(number.length());
    var excerpt = finding.excerpt();
    text.append(paint.strong(Visible.text(finding.file())))
        .append(':')
        .append(number)
        .append(':')
        .append(finding.column())
        .append(": ")
        .append(
            paint.of(finding.severity(), finding.severity().label() + "[" + finding.code() + "]"))
        .append(": ")
        .append(Visible.text(finding.message()))
        .append('\n');
    text.append(paint.faint(number + " |")).append(' ').append(excerpt.line()).append('\n');
    text.append(paint.faint(margin + " |"))
        .append(' ')
        .append(paint.of(finding.severity(), excerpt.carets()))
        .append('\n');
    finding.fixes().stream()
        .findFirst()
        .ifPresent(
            fix ->
                text.append(paint.faint(margin + " ="))
                    .append(' ')
                    .append(paint.strong("help"))
                    .append(": ")
                    .append(Visible.text(fix))
                    .append('\n'));
    text.append('\n');
  }

  private String summary(Report report) {
    String checked =
        count(report.files(), "file") + ", " + count(report.environments(), "environment") + ".";
    if (report.findings().isEmpty()) {
      return report.files() == 0
          ? "Nothing to check."
          : paint.good("No problems found") + " in " + checked;
    }
    List<String> counts = new ArrayList<>();
    for (var severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        counts.add(
            paint.of(
                severity,
                severity == Severity.INFORMATION
                    ? count + " information"
                    : count(count, severity.label())));
      }
    }
    return "%s in %d of %s"
        .formatted(String.join(", ", counts), report.filesWithFindings(), checked);
  }

  private static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
