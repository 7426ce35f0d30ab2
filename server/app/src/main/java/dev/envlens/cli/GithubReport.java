package dev.envlens.cli;

import java.util.Locale;

/** {@code --format github}: workflow commands, which GitHub Actions shows beside the lines. */
final class GithubReport implements ReportFormat {

  @Override
  public String text(Report report) {
    var text = new StringBuilder();
    for (var finding : report.findings()) {
      text.append(
          String.format(
              Locale.ROOT,
              "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n",
              level(finding),
              property(finding.file()),
              finding.line(),
              finding.endLine(),
              finding.column(),
              finding.endColumn(),
              property(finding.code()),
              data(finding.message())));
    }
    return text.toString();
  }

  private static String level(Reported finding) {
    return switch (finding.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
