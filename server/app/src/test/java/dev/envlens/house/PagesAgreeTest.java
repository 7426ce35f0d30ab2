package dev.envlens.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import dev.envlens.cli.Cli;
import dev.envlens.cli.Shell;
import dev.envlens.command.Commands;
import dev.envlens.lsp.InitialOptions;
import dev.envlens.lsp.Settings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    var all = found("docs/settings.md", "^\\| `([a-z][\\w.]*)` \\|");
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

  @Test
  void everyEnvironmentVariableIsDocumentedAndUsed() {
    var variable = Pattern.compile("\\bENVLENS_[A-Z_]+\\b");
    var used =
        REPOSITORY
            .matching("{server/*/src/main/**.java,scripts/launch.sh}")
            .flatMap(file -> variable.matcher(file.text()).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(used, new TreeSet<>(found("docs/settings.md", "^\\| `(ENVLENS_[A-Z_]+)` \\|")));
  }

  @Test
  void everyCommandOfTheCommandLineHasASectionInTheOrderOfItsHelp() {
    var out = new ByteArrayOutputStream();
    var shell =
        new Shell(
            Path.of(""), InputStream.nullInputStream(), out, new PrintStream(out), () -> false);
    new Cli("1", text -> text, Clock.systemUTC(), Map.of()).run(List.of("--help"), shell);
    var helped =
        Pattern.compile("^  (\\w+) ", Pattern.MULTILINE)
            .matcher(out.toString(StandardCharsets.UTF_8))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(helped, found("docs/cli.md", "^\\|[\\w ]*\\| \\[(\\w+)\\]"));
    assertEquals(helped, found("docs/cli.md", "^## (\\w+)$"));
  }
}
