package dev.envlens.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.command.Commands;
import dev.envlens.lsp.InitialOptions;
import dev.envlens.lsp.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is documented works; what works is documented. */
class PagesAgreeTest {

  private static final Repository REPOSITORY = Repository.read();

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(REPOSITORY.text(page))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Test
  void everyRuleHasASectionAndEverySectionARuleInOneOrder() {
    assertEquals(
        Rules.ALL.stream().map(Rule::code).toList(), found("docs/rules.md", "^## `([a-z0-9-]+)`$"));
  }

  @Test
  void aSectionNamesTheSeverityOfItsRule() {
    assertEquals(
        Rules.ALL.stream().map(rule -> rule.severity().label()).toList(),
        found("docs/rules.md", "^\\| (error|warning|information|hint) \\|"));
  }

  @Test
  void aSectionMarksTheFixThatIsSafe() {
    var fixes = found("docs/rules.md", "^\\| (?:error|warning|information|hint) \\|(.*)\\|$");
    assertEquals(
        Rules.ALL.stream().filter(Rule::hasSafeFix).map(Rule::code).toList(),
        IntStream.range(0, fixes.size())
            .filter(i -> fixes.get(i).contains("★"))
            .mapToObj(i -> Rules.ALL.get(i).code())
            .toList());
  }

  @Test
  void codesAreWrittenAsCodesAre() {
    for (Rule rule : Rules.ALL) {
      assertTrue(rule.code().matches("[a-z0-9]+(-[a-z0-9]+)+"), rule.code());
      assertTrue(rule.summary().endsWith("."), rule.code() + ": " + rule.summary());
    }
    assertEquals(
        Rules.ALL.size(), Rules.ALL.stream().map(Rule::code).distinct().count(), "codes differ");
  }

  @Test
  void everyCommandIsDocumentedWithItsFields() {
    assertEquals(Commands.ids(), found("docs/protocol.md", "^### `(envlens\\.server\\.\\w+)`$"));
    for (String id : Commands.ids()) {
      String section = "### `" + id + "`\n(?:(?!^#).*\n)*?\\| argument \\| \\|\n.*\n((?:\\|.*\n)*)";
      var rows = found("docs/protocol.md", section).get(0).lines();
      assertEquals(
          Commands.fields(id),
          rows.map(row -> row.replaceAll("\\| `(\\w+)` .*", "$1")).toList(),
          id);
    }
  }

  @Test
  void everySettingIsDocumentedAndKnown() {
    var all = found("docs/settings.md", "^\\| `([\\w.]+)` \\|");
    var documented = all.stream().filter(key -> !InitialOptions.SETTINGS.contains(key)).toList();
    assertEquals(
        InitialOptions.SETTINGS, all.stream().filter(key -> !documented.contains(key)).toList());
    var known = Arrays.asList(Settings.class.getRecordComponents());
    assertEquals(known.size(), documented.size(), documented + " against " + known);
    for (String key : documented) {
      String value = key.equals("severity") ? "{}" : key.equals("maxFileSize") ? "1000" : "false";
      var decoded = Settings.decode(JsonParser.parseString("{\"%s\": %s}".formatted(key, value)));
      assertEquals(List.of(), decoded.warnings(), key);
    }
  }
}
