package dev.envlens.cli;

import tools.jackson.core.JsonGenerator;

/** {@code --format json}: described in docs/cli.md. */
final class JsonReport implements ReportFormat {

  @Override
  public String text(Report report) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("files", report.files());
          json.writeNumberProperty("environments", report.environments());
          json.writeArrayPropertyStart("findings");
          report.findings().forEach(finding -> write(json, finding));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Reported finding) {
    json.writeStartObject();
    json.writeStringProperty("file", finding.file());
    json.writeNumberProperty("line", finding.line());
    json.writeNumberProperty("column", finding.column());
    json.writeNumberProperty("endLine", finding.endLine());
    json.writeNumberProperty("endColumn", finding.endColumn());
    json.writeStringProperty("severity", finding.severity().label());
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("message", finding.message());
    JsonText.texts(json, "fixes", finding.fixes());
    json.writeEndObject();
  }
}
