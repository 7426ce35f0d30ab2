package dev.envlens.curated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.curated.StepLines.Hunk;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepLinesTest {

  private static final String CURATED =
      """
      FROM base:{{latest-image-tag:biweekly\\.\\d{6}\\.\\d{1}.*}}
      RUN one
      RUN two
      """;

  private static List<Hunk> differing(String text) {
    return StepLines.of(CURATED).differing(text);
  }

  @Test
  void anOpenLineTakesAnyText() {
    assertEquals(List.of(), differing("FROM base:20260901.v1\nRUN one\nRUN two\n"));
  }

  @Test
  void aChangedLineIsTheOnlyOneThatDiffers() {
    assertEquals(List.of(new Hunk(1, 1)), differing("FROM base:1\nRUN eins\nRUN two\n"));
  }

  @Test
  void addedLinesStandWhereTheyWereAdded() {
    assertEquals(
        List.of(new Hunk(1, 1), new Hunk(4, 4)),
        differing("FROM base:1\nENV A=1\nRUN one\nRUN two\nRUN three\n"));
  }

  @Test
  void missingLinesAreMissingBeforeALine() {
    assertEquals(List.of(new Hunk(1, 0)), differing("FROM base:1\nRUN two\n"));
  }

  @Test
  void lineEndsOfWindowsAreNoDifference() {
    assertEquals(List.of(), differing("FROM base:1\r\nRUN one\r\nRUN two\r\n"));
  }
}
