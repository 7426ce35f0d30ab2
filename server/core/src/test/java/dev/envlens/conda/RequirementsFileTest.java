package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.conda.RequirementLine.Named;
import dev.envlens.conda.RequirementsFile.Entry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsFileTest {

  private static final String FILE =
      """
      # Comments and blank lines are no entries

      --index-url https://h/simple  # ours
        numpy==1.26.4   # why
      pandas \\
        >=2, \\
        <3
      torch=2.0
      scikit-learn==1.7.0 \\
          --hash=sha256:%s \\
          # a comment ends the line
      scipy
      -r more.txt\\
      """
          .formatted("0".repeat(64));

  private static List<String> entries(String text) {
    return RequirementsFile.parse(text).entries().stream().map(e -> e.range().of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void entriesStandWhereTheyAre(String lineEnd) {
    var text = FILE.replace("\n", lineEnd);
    var expected =
        List.of(
            "--index-url https://h/simple",
            "numpy==1.26.4",
            "pandas \\\n  >=2, \\\n  <3",
            "torch=2.0",
            "scikit-learn==1.7.0 \\\n    --hash=sha256:" + "0".repeat(64),
            "scipy",
            "-r more.txt");
    assertEquals(expected.stream().map(e -> e.replace("\n", lineEnd)).toList(), entries(text));
  }

  @Test
  void rangesComeBackThroughContinuations() {
    var text = "\ufeffnum\\\npy>=1,\\\r\n  <2\n";
    var entry = RequirementsFile.parse(text).entries().get(0);
    var requirement = assertInstanceOf(Named.class, entry.line().ok().orElseThrow()).requirement();
    assertEquals("numpy", requirement.name().text());
    assertEquals("num\\\npy", entry.inFile(requirement.name().range()).of(text));
    assertEquals(">=1,\\\r\n  <2", entry.inFile(requirement.version().orElseThrow()).of(text));
  }

  @Test
  void aFaultStandsInItsLine() {
    var entry = RequirementsFile.parse(FILE).entries().get(3);
    var bad = entry.line().bad().orElseThrow();
    int at = FILE.indexOf("torch=") + "torch".length();
    assertEquals(at, entry.inFile(bad.range()).start());
    assertEquals("torch==2.0", bad.correction().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \r\n# x", "\ufeff", "\\", "\\\n\\\n", "# x \\\n"})
  void holdsNothing(String text) {
    assertEquals(List.of(), entries(text));
  }

  @Test
  void aCommentWithABackslashEndsWithItsLine() {
    assertEquals(List.of("numpy"), entries("# x \\\nnumpy"));
  }

  @Test
  void aCommentNeedsASpaceBeforeIt() {
    assertEquals(List.of("x @ https://h/x#sha256=0a"), entries("x @ https://h/x#sha256=0a #c\n"));
  }

  @Test
  void longFilesTakeNoTime() {
    var hashes = " --hash=sha256:%s \\\n".formatted("0".repeat(64)).repeat(5_000);
    var text = "numpy==1.0".concat("\\\n") + hashes + "\n" + "pandas=>1 # x\n".repeat(50_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          var entries = RequirementsFile.parse(text).entries();
          assertEquals(50_001, entries.size());
          assertTrue(entries.stream().skip(1).map(Entry::line).allMatch(l -> l.bad().isPresent()));
        });
  }
}
