package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.envlens.check.Rules;
import dev.envlens.check.Severity;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

  private static final String TEXT =
      """
      name: Train
      image: python:latest
      tags:
        a: 1
        b: 2
      """;

  private static final Report REPORT =
      new Report(
          List.of(
              reported("b, c:%.yml", Severity.HINT, "tag-not-digest", "python:latest"),
              reported(
                  "a.yml", Severity.ERROR, "invalid-name", "Train", "Rename to 'train'", "Cut"),
              reported("a.yml", Severity.INFORMATION, "loose-pin", "a: 1\n  b: 2"),
              reported("a.yml", Severity.WARNING, "floating-image", "python:latest"),
              reported("a.yml", Severity.WARNING, "floating-image", "python:latest"),
              reported("/far away/é.yml", Severity.ERROR, "invalid-name", "Train")),
          160,
          85,
          List.of("x.yml isn't there"));

  @Test
  void textIsForPeople() {
    assertEquals(
        """
        /far away/é.yml:1:7: error[invalid-name]: About 'Train'.
        1 | name: Train
          |       ^^^^^

        a.yml:1:7: error[invalid-name]: About 'Train'.
        1 | name: Train
          |       ^^^^^
          = help: Rename to 'train'

        a.yml:2:8: warning[floating-image]: About 'python:latest'.
        2 | image: python:latest
          |        ^^^^^^^^^^^^^

        a.yml:4:3: information[loose-pin]: About 'a: 1   b: 2'.
        4 |   a: 1
          |   ^^^^

        b, c:%.yml:2:8: hint[tag-not-digest]: About 'python:latest'.
        2 | image: python:latest
          |        ^^^^^^^^^^^^^

        2 errors, 1 warning, 1 information, 1 hint in 3 of 160 files, 85 environments.
        """,
        new TextReport(new Paint(false)).text(REPORT));
  }

  @Test
  void githubGetsWorkflowCommands() {
    assertEquals(
        """
        ::error file=/far away/é.yml,line=1,endLine=1,col=7,endColumn=12,title=invalid-name::About 'Train'.
        ::error file=a.yml,line=1,endLine=1,col=7,endColumn=12,title=invalid-name::About 'Train'.
        ::warning file=a.yml,line=2,endLine=2,col=8,endColumn=21,title=floating-image::About 'python:latest'.
        ::notice file=a.yml,line=4,endLine=5,col=3,endColumn=7,title=loose-pin::About 'a: 1%0A  b: 2'.
        ::notice file=b%2C c%3A%25.yml,line=2,endLine=2,col=8,endColumn=21,title=tag-not-digest::About 'python:latest'.
        """,
        new GithubReport().text(REPORT));
  }

  @Test
  void jsonHoldsEveryFixAndPlace() {
    var json = JsonMapper.shared().readTree(new JsonReport().text(REPORT));
    assertEquals(160, json.path("files").asInt());
    assertEquals(85, json.path("environments").asInt());
    assertEquals(
        JsonMapper.shared()
            .readTree(
                """
                {"file": "a.yml", "line": 1, "column": 7, "endLine": 1, "endColumn": 12,
                 "severity": "error", "code": "invalid-name", "message": "About 'Train'.",
                 "fixes": ["Rename to 'train'", "Cut"]}
                """),
        json.path("findings").path(1));
  }

  @Test
  void sarifIsWhatItsSchemaAsksFor() throws IOException {
    var none = new Report(List.of(), 0, 0, List.of());
    for (var report : List.of(REPORT, none)) {
      assertEquals(List.of(), sarifSchemaSays(sarif(report)));
    }
  }

  @Test
  void theSchemaWouldNotTakeAnything() throws IOException {
    var broken = JsonMapper.shared().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertEquals(1, sarifSchemaSays(broken).size());
  }

  @Test
  void sarifNamesRulesAndPlaces() {
    var run = sarif(REPORT).path("runs").path(0);
    var driver = run.path("tool").path("driver");
    assertEquals(
        "envlens 1.2.3", driver.path("name").asString() + " " + driver.path("version").asString());
    assertEquals(Rules.ALL.size(), driver.path("rules").size());
    assertEquals("utf16CodeUnits", run.path("columnKind").asString());
    assertEquals(5, run.path("results").size());
    for (JsonNode result : run.path("results")) {
      Optional<JsonNode> index = result.optional("ruleIndex");
      assertEquals(Rules.of(result.path("ruleId").asString()).isPresent(), index.isPresent());
      index.ifPresent(
          i ->
              assertEquals(result.path("ruleId"), driver.path("rules").path(i.asInt()).path("id")));
    }
    assertEquals(
        "x.yml isn't there",
        run.path("invocations")
            .path(0)
            .path("toolExecutionNotifications")
            .path(0)
            .path("message")
            .path("text")
            .asString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, error, file:///far%20away/%C3%A9.yml, '',        1,  7, 1, 12",
    "3, note,  a.yml,                         %SRCROOT%, 4,  3, 5,  7",
    "4, note,  './b,%20c:%25.yml',            %SRCROOT%, 2,  8, 2, 21",
  })
  void sarifPlaces(
      int at, String level, String uri, String base, int line, int column, int endLine, int end) {
    var result = sarif(REPORT).path("runs").path(0).path("results").path(at);
    assertEquals(level, result.path("level").asString());
    var location = result.path("locations").path(0).path("physicalLocation");
    assertEquals(uri, location.path("artifactLocation").path("uri").asString());
    assertEquals(base, location.path("artifactLocation").path("uriBaseId").asString(""));
    assertEquals(line, location.path("region").path("startLine").asInt());
    assertEquals(column, location.path("region").path("startColumn").asInt());
    assertEquals(endLine, location.path("region").path("endLine").asInt());
    assertEquals(end, location.path("region").path("endColumn").asInt());
  }

  private static JsonNode sarif(Report report) {
    return JsonMapper.shared().readTree(new SarifReport("1.2.3").text(report));
  }

  private static List<String> sarifSchemaSays(JsonNode sarif) throws IOException {
    try (var schema = ReportsTest.class.getResourceAsStream("/sarif/sarif-2.1.0-rtm.5.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(JsonMapper.shared().readTree(schema))
          .validate(sarif)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static Reported reported(
      String file, Severity severity, String code, String what, String... fixes) {
    var source = new SourceFile(TEXT, LineIndex.of(TEXT), UnaryOperator.identity());
    int start = TEXT.indexOf(what);
    var range = new TextRange(start, start + what.length());
    return new Reported(
        new Reported.Subject(file, severity, code, "About '%s'.".formatted(what)),
        source.position(range.start()),
        source.position(range.end()),
        List.of(fixes),
        source.excerpt(range));
  }
}
