package dev.envlens.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "RUN a b && c || d; e | f & g ~ a b / c / d / e / f / g",
        "RUN a 'b c' \"d e\" f\\ g h\"i\"j ~ a b c,d e,f g,hij",
        "RUN a \"b \\\" c\" ~ a b \" c",
        "RUN (cd x; y) ~ cd x / y",
        "RUN a # b && c ~ a",
        "RUN a#b ~ a#b",
        "RUN a $(b && c) `d; e` ${f:-g h} ~ a $(b && c),`d; e`,${f:-g h}",
        "RUN a \"$(echo \"x y\")\" b ~ a $(echo \"x y\") b",
        "RUN a \\⏎  # note⏎  && b ~ a / b",
        "RUN [\"a\", \"b c\"] ~ a b c",
        "RUN [\"/bin/sh\", \"-c\", \"a && b\"] ~ /bin/sh -c,a && b / a / b",
        "RUN bash -o pipefail -c 'a | b' ~ bash -o,pipefail,-c,a | b / a / b",
        "ONBUILD RUN a ~ a",
        "RUN <<EOF⏎a \\⏎  b⏎c # d⏎EOF ~ [<<EOF] / a b / c",
        "RUN bash -e <<EOF⏎a⏎EOF ~ bash -e[<<EOF] / a",
        "RUN python3 <<EOF⏎a⏎EOF ~ python3[<<EOF]",
        "RUN <<EOF⏎#!/usr/bin/env python⏎a⏎EOF ~ [<<EOF]",
        "RUN <<EOF⏎#!/bin/bash⏎a⏎EOF ~ [<<EOF] / a",
        "RUN <<EOF⏎cat <<X > f⏎pip install y⏎X⏎b⏎EOF ~ [<<EOF] / cat[<<X][>f] / b",
        "RUN a>b 2>/dev/null >&2 ~ a[>b][2>/dev/null][>&2]",
        "RUN a &> b < c <<< d >> e ~ a[&>b][<c][<<<d][>>e]",
        "RUN a <(b c) d ~ a <(b c),d",
        "CMD a b ~ ''",
      })
  void aScriptIsDividedIntoCommands(String line, String commands) {
    String text = "FROM x\n" + line.replace('⏎', '\n') + "\n";
    var file = Dockerfile.parse(text);
    assertEquals(
        commands.equals("''") ? "" : commands.replace(",", " "),
        file.shellCommands(file.instructions().get(1)).stream()
            .map(command -> shown(command, text))
            .collect(Collectors.joining(" / ")));
  }

  private static String shown(ShellCommand command, String text) {
    return command.words().stream().map(ShellWord::text).collect(Collectors.joining(" "))
        + command.redirections().stream()
            .map(
                r ->
                    "["
                        + (r.descriptor() ? text.charAt(r.range().start()) : "")
                        + r.operator()
                        + r.target().map(ShellWord::text).orElse("")
                        + "]")
            .collect(Collectors.joining());
  }

  @Test
  void aWordKnowsItsPlaceAcrossLinesAndQuotes() {
    String text =
        """
        FROM x
        RUN pip install \\
            'numpy>=1.2' \\
            pan\\
        das $EXTRA
        """;
    var file = Dockerfile.parse(text);
    var words = file.shellCommands(file.instructions().get(1)).get(0).words();
    assertEquals(
        List.of("pip", "install", "'numpy>=1.2'", "pan\\\ndas", "$EXTRA"),
        words.stream().map(word -> word.range().of(text)).toList());
    assertEquals("numpy>=1.2", words.get(2).text());
    assertTrue(words.get(2).quoted());
    assertEquals("pandas", words.get(3).text());
    assertTrue(words.get(4).expands());
  }

  @Test
  void aWordOfANestedScriptKnowsItsPlace() {
    String text = "FROM x\nRUN [\"sh\", \"-c\", \"pip install numpy\"]\n";
    var file = Dockerfile.parse(text);
    var words = file.shellCommands(file.instructions().get(1)).get(1).words();
    assertEquals(text.indexOf("numpy"), words.get(2).range().start());
  }

  @Test
  void aBackslashIsOrdinaryOnWindows() {
    var file = Dockerfile.parse("# escape=`\nFROM x\nRUN copy c:\\a c:\\b\n");
    var words = file.shellCommands(file.instructions().get(1)).get(0).words();
    assertEquals("c:\\b", words.get(2).text());
  }
}
