package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CliTest {

  @TempDir private Path folder;

  @Test
  void tellsItsVersion() {
    assertEquals("envlens 1.2.3\n", desk().run("--version").exits(0).out());
  }

  @Test
  void helpNamesEveryCommand() {
    var help = desk().run("--help").exits(0);
    Commands.names().forEach(name -> assertTrue(help.out().contains("\n  " + name + " "), name));
    assertEquals("", help.err());
  }

  @Test
  void withoutACommandTheUsageIsAllThereIs() {
    var answer = desk().run().exits(2);
    assertTrue(answer.err().startsWith("Usage: envlens "), answer.err());
    assertEquals("", answer.out());
  }

  static List<String> everyCommandHasHelp() {
    return Commands.names();
  }

  @ParameterizedTest
  @MethodSource
  void everyCommandHasHelp(String command) {
    var help = desk().run(command, "--help").exits(0).out();
    assertTrue(help.startsWith("Usage: envlens " + command + " "), help);
    assertTrue(help.contains("--debug"), help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "chekc                  | unknown command 'chekc': did you mean 'check'?",
        "transmogrify           | unknown command 'transmogrify'",
        "--verison              | unknown option '--verison': did you mean '--version'?",
        "check --fail-no never  | unknown option '--fail-no' of check: did you mean '--fail-on'?",
        "check --zzz            | unknown option '--zzz' of check",
        "check --format yaml    | check: invalid value for option '--format': 'yaml' isn't one of"
            + " text, json, sarif, github. See 'envlens check --help'",
        "check --format         | check: missing required parameter for option '--format' (FORMAT)."
            + " See 'envlens check --help'",
        "hash                   | hash: missing required parameter: 'FILE'."
            + " See 'envlens hash --help'",
        "rules floating-image b | 'b' is one argument too many for rules",
        "doctor me              | 'me' is one argument too many for doctor",
        "rules floating-imgae   | there is no rule 'floating-imgae': did you mean 'floating-image'?",
        "server --socket x      | server: invalid value for option '--socket': 'x' is not an int."
            + " See 'envlens server --help'",
      })
  void misuseIsToldInOneLine(String line, String message) {
    var answer = desk().run(line.split(" ", -1)).exits(2);
    assertEquals(List.of("envlens: " + message), answer.errorLines());
    assertEquals("", answer.out());
  }

  @Test
  void argumentsAreNotExpanded() {
    desk().file("more", "--fail-on never").run("check", "@more").exits(2);
  }

  @Test
  void aFaultOfOursIsOneLineAndItsTraceIsKeptForThoseWhoAsk() {
    var desk =
        new Desk(
            folder,
            text -> {
              throw new IllegalStateException("s3cret");
            });
    desk.file("environment.yml", Desk.FLOATING);
    var answer = desk.run("check").exits(2);
    assertEquals(1, answer.errorLines().size(), answer.err());
    assertTrue(answer.err().contains("environment.yml wasn't checked: a fault in envlens itself"));
    assertTrue(desk.run("check", "--debug").exits(2).err().contains("\tat dev.envlens."));
    assertTrue(desk.run("hash", "environment.yml").exits(2).err().contains("a fault in envlens"));
  }

  @Test
  void outputThatIsLostIsNotFine() {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    var shell =
        new Shell(
            folder,
            InputStream.nullInputStream(),
            full,
            new PrintStream(OutputStream.nullOutputStream()),
            () -> false);
    assertEquals(2, new Cli("1", text -> text, Desk.NOW, Map.of()).run(List.of("rules"), shell));
  }

  private Desk desk() {
    return new Desk(folder);
  }
}
