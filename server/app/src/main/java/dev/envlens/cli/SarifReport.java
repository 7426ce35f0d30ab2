package dev.envlens.cli;

import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.check.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** {@code --format sarif}: OASIS SARIF 2.1.0, which code scanning services read. */
final class SarifReport implements ReportFormat {

  /** Stands for the working folder, whose place on this machine is nobody's concern. */
  private static final String ROOT = "%SRCROOT%";

  private final String version;

  SarifReport(String version) {
    this.version = version;
  }

  @Override
  public String text(Report report) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
          json.writeStringProperty("version", "2.1.0");
          json.writeArrayPropertyStart("runs");
          json.writeStartObject();
          JsonText.object(json, "tool", () -> JsonText.object(json, "driver", () -> driver(json)));
          json.writeStringProperty("columnKind", "utf16CodeUnits");
          invocation(json, report);
          roots(json);
          results(json, report);
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void driver(JsonGenerator json) {
    json.writeStringProperty("name", "envlens");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    for (Rule rule : Rules.ALL) {
      json.writeStartObject();
      json.writeStringProperty("id", rule.code());
      message(json, "shortDescription", rule.summary());
      JsonText.object(
          json,
          "defaultConfiguration",
          () -> json.writeStringProperty("level", level(rule.severity())));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void invocation(JsonGenerator json, Report report) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", report.problems().isEmpty());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (String problem : report.problems()) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      message(json, "message", problem);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void roots(JsonGenerator json) {
    JsonText.object(
        json,
        "originalUriBaseIds",
        () ->
            JsonText.object(
                json, ROOT, () -> message(json, "description", "The folder that envlens ran in.")));
  }

  private static void results(JsonGenerator json, Report report) {
    Map<String, Integer> indexes = new HashMap<>();
    for (Rule rule : Rules.ALL) {
      indexes.put(rule.code(), indexes.size());
    }
    json.writeArrayPropertyStart("results");
    for (var finding : report.findings()) {
      json.writeStartObject();
      json.writeStringProperty("ruleId", finding.code());
      if (indexes.containsKey(finding.code())) {
        json.writeNumberProperty("ruleIndex", indexes.get(finding.code()));
      }
      json.writeStringProperty("level", level(finding.severity()));
      message(json, "message", finding.message());
      json.writeArrayPropertyStart("locations");
      json.writeStartObject();
      JsonText.object(json, "physicalLocation", () -> location(json, finding));
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void location(JsonGenerator json, Reported finding) {
    JsonText.object(
        json,
        "artifactLocation",
        () -> {
          json.writeStringProperty("uri", uri(finding.file()));
          if (!isAbsolute(finding.file())) {
            json.writeStringProperty("uriBaseId", ROOT);
          }
        });
    JsonText.object(
        json,
        "region",
        () -> {
          json.writeNumberProperty("startLine", finding.line());
          json.writeNumberProperty("startColumn", finding.column());
          json.writeNumberProperty("endLine", finding.endLine());
          json.writeNumberProperty("endColumn", finding.endColumn());
        });
  }

  private static void message(JsonGenerator json, String name, String text) {
    JsonText.object(json, name, () -> json.writeStringProperty("text", text));
  }

  private static boolean isAbsolute(String file) {
    return file.startsWith("/") || file.startsWith(":", 1);
  }

  private static String uri(String file) {
    try {
      if (isAbsolute(file)) {
        String path = file.startsWith("/") ? file : "/" + file;
        return new URI("file", "", path, null).toASCIIString();
      }
      String uri = new URI(null, null, "./" + file, null).toASCIIString();
      // Without its start, a colon in the first folder's name would end a scheme.
      return uri.indexOf(':') < 0 ? uri.substring(2) : uri;
    } catch (URISyntaxException e) {
      return file;
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "note";
    };
  }
}
