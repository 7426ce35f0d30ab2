package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadRulesTest {

  private static boolean excludes(String rules, String path) throws ContextFault {
    return UploadRules.parse(rules.replace(' ', '\n'), ".amlignore").excludes(path);
  }

  @ParameterizedTest
  @CsvSource({
    "data, data",
    "data, data/x/y.csv",
    "data, a/data",
    "data/, data/x.csv",
    "data/, a/data/x.csv",
    "/data, data/x.csv",
    "a/b, a/b/c",
    "*.pyc, a/b.pyc",
    "**/logs, a/b/logs/x",
    "**/logs, logs",
    "a/**, a/b",
    "a/**/b, a/b",
    "a/**/b, a/x/y/b",
    "a/*/b, a/x/b",
    "**, x",
    "**/, a/x",
    "x.??, x.py",
    "[a-c].txt, b.txt",
    "[!a].txt, b.txt",
    "[]-].txt, ].txt",
    "[^a].txt, ^.txt",
    "[a.txt, [a.txt",
    "\\#x, #x",
    "\\!x, !x",
    "a.b+(c), a.b+(c)",
    "é*, été",
    "data !data/keep, data/other",
    "!x x, x",
  })
  void leavesOut(String rules, String path) throws ContextFault {
    assertTrue(excludes(rules, path));
  }

  @ParameterizedTest
  @CsvSource({
    "data, database",
    "data/, data",
    "/data, a/data",
    "a/b, x/a/b",
    "a/*, a",
    "a/*/b, a/x/y/b",
    "*.pyc, x.py",
    "**/, x",
    "x.?, x.py",
    "[^a].txt, b.txt",
    "#x, #x",
    "/, x",
    "abc.def, abcXdef",
    "x !x, x",
    // What git would not do: a file comes back from a folder that is left out.
    "data !data/keep, data/keep",
    "* !*.py, a/b.py",
  })
  void keeps(String rules, String path) throws ContextFault {
    assertEquals(false, excludes(rules, path));
  }

  @Test
  void whiteSpaceAndEmptyLinesDoNotCount() throws ContextFault {
    UploadRules rules = UploadRules.parse("\r\n  # note\r\n \u00A0 *.log \t\r\n", ".amlignore");
    assertTrue(rules.excludes("x.log"));
    assertEquals(false, rules.excludes("# note"));
  }

  @Test
  void aByteOrderMarkSpoilsTheFirstRule() throws ContextFault {
    UploadRules rules = UploadRules.parse("\uFEFF*.a\n*.b\n", ".amlignore");
    assertEquals(List.of(false, true), List.of(rules.excludes("x.a"), rules.excludes("x.b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "a\\", "[z-a]"})
  void aLineThatIsNoPatternIsNamed(String rule) {
    ContextFault fault =
        assertThrows(ContextFault.class, () -> UploadRules.parse("ok\n" + rule, ".amlignore"));
    assertTrue(fault.getMessage().startsWith("line 2 of .amlignore, '" + rule + "', "));
  }

  @Property
  void whatIsLeftOutWholeLetsNothingIn(
      @ForAll("rules") List<String> lines,
      @ForAll("paths") String folder,
      @ForAll("paths") String in)
      throws ContextFault {
    IgnoreRules rules = UploadRules.parse(String.join("\n", lines), ".amlignore");
    if (rules.excludesAllBelow(folder)) {
      assertTrue(rules.excludes(folder + "/" + in));
    }
  }

  @Provide
  Arbitrary<List<String>> rules() {
    return Arbitraries.of(
            "a", "b", "*", "**", "a*", "?", "[ab]", "a/b", "a/*", "**/a", "a/**", "*/b")
        .flatMap(
            rule ->
                Arbitraries.of("", "/")
                    .map(slash -> slash + rule + (rule.endsWith("b") ? "/" : "")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("a", "b", "ab", "c")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(p -> String.join("/", p));
  }

  /** With backtracking this would take longer than anybody waits. */
  @Test
  void aWickedPatternIsHarmless() throws ContextFault {
    String rule = "*a".repeat(60) + "b";
    assertEquals(false, excludes(rule, "a".repeat(250)));
    assertEquals(false, BuilderRules.parse("**/" + rule).excludes("a".repeat(250)));
  }
}
