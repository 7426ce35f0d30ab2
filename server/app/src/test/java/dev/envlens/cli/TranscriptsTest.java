package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show of runs over docs/examples is what such runs print. */
class TranscriptsTest {

  private static final Path ROOT = Path.of(System.getProperty("envlens.root"));

  record Run(String page, String command, String output) {
    @Override
    public String toString() {
      return page + ": " + command;
    }
  }

  static Stream<Run> runs() throws IOException {
    var runs = new ArrayList<Run>();
    for (String page : List.of("README.md", "docs/cli.md")) {
      for (String block : Files.readString(ROOT.resolve(page)).split("(?m)^```\\w*$", -1)) {
        for (String part : block.split("(?m)^\\$ ", -1)) {
          int end = part.indexOf('\n');
          String command = end < 0 ? part : part.substring(0, end);
          if (command.matches("(\\./)?envlens .*docs/examples.*")) {
            runs.add(new Run(page, command, part.substring(end + 1).strip()));
          }
        }
      }
    }
    assertTrue(runs.size() >= 4, () -> "only " + runs);
    return runs.stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void showsWhatIsPrinted(Run run) {
    String arguments = run.command().replaceFirst("^(\\./)?envlens ", "");
    var answer = new Desk(ROOT).run(arguments.split(" ", -1));
    assertEquals(run.output(), answer.out().strip());
  }
}
