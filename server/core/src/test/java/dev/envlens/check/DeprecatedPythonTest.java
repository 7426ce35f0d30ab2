package dev.envlens.check;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecatedPythonTest {

  private static final String FILE = "channels: [conda-forge]\ndependencies: [%s]\n";

  private static Check on(String date, String python) {
    return Check.conda(FILE.formatted(python)).knowing(new Facts(LocalDate.parse(date)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-30", "2026-10-31"})
  void fromSixMonthsBeforeTheEndToItsDay(String date) {
    on(date, "python«=3.10»").finds("deprecated-python").as(Severity.HINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-29", "2026-11-01"})
  void notBeforeNorAfter(String date) {
    on(date, "python=3.10").ignores("deprecated-python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python=3.11", "python>=3.10", "python=3.9", "python", "pip=3.10"})
  void othersAreNot(String python) {
    on("2026-06-01", python).ignores("deprecated-python");
  }

  @Test
  void aRangeOfWhichTheNewestEnds() {
    on("2026-06-01", "'python«>=3.8,<3.11»'")
        .finds("deprecated-python")
        .saying(
            "Python 3.10 gets security fixes until 2026-10-31 and none after that. Plan to move to"
                + " a newer one, such as 3.12.")
        .fixedBy("Change to python=3.12 (new hash)", FILE.formatted("'python=3.12'"));
  }
}
