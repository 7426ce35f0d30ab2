package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ListRulesTest {

  @TempDir private Path folder;

  @Test
  void listsEveryRule() {
    var lines = new Desk(folder).run("rules").exits(0).out().lines().toList();
    assertEquals(Rules.ALL.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Rule rule = Rules.ALL.get(i);
      assertTrue(lines.get(i).startsWith(rule.code() + " "), lines.get(i));
      assertTrue(lines.get(i).contains(" " + rule.severity().label() + " "), lines.get(i));
      assertTrue(lines.get(i).endsWith("  " + rule.summary()), lines.get(i));
    }
  }

  @Test
  void listsEveryRuleAsJson() {
    var json = new Desk(folder).run("rules", "--format", "json").exits(0).json();
    assertEquals(
        Rules.ALL.stream().map(Rule::code).toList(),
        json.valueStream().map(rule -> rule.path("code")).map(JsonNode::asString).toList());
    assertEquals(List.of("code", "severity", "summary"), List.copyOf(json.path(0).propertyNames()));
  }

  @Test
  void saysMoreAboutOne() {
    var rule = Rules.of("floating-image").orElseThrow();
    var text = new Desk(folder).run("rules", "floating-image").exits(0).out();
    assertTrue(text.startsWith("floating-image (warning)\n" + rule.summary() + "\n"), text);
    assertTrue(text.contains("# envlens: ignore floating-image"), text);
    var json = new Desk(folder).run("rules", "floating-image", "--format", "json").json();
    assertEquals(1, json.size());
    assertEquals(rule.summary(), json.path(0).path("summary").asString());
  }
}
