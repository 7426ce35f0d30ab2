package dev.envlens.check;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedPythonTest {

  private static final String FILE = "channels: [conda-forge]\ndependencies:\n  - %s\n";

  private static Check on(String date, String python) {
    return Check.conda(FILE.formatted(python)).knowing(new Facts(LocalDate.parse(date)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python«=3.8»",
        "python«==3.8.10»",
        "python «3.8.*»",
        "python«=3.8.5»=h7579374_1",
        "python«>=3.6,<3.9»",
        "python«<3.9»",
        "python«~=3.8.2»",
        "python«=3.7|3.8»",
        "python«=2»",
        "conda-forge::python«=3.6»"
      })
  void aReleaseThatHasEnded(String python) {
    on("2026-06-01", python).finds("unsupported-python").as(Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "python=3",
        "python=3.12",
        "python==3.12.4",
        "python>=3.6",
        "python>3.6,<3.12",
        "python!=3.8",
        "python~=3.8",
        "python=3.8|3.12",
        "python=3.77",
        "python={{version}}",
        "numpy=3.8"
      })
  void othersHaveNot(String python) {
    on("2026-06-01", python).ignores("unsupported-python");
  }

  @ParameterizedTest
  @CsvSource({"2024-10-07, false", "2024-10-08, true"})
  void itsLastDayIsTheDayOfItsEnd(String date, boolean found) {
    if (found) {
      on(date, "python«=3.8»").finds("unsupported-python");
    } else {
      on(date, "python=3.8").ignores("unsupported-python");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '"',
      value = {
        "python«=3.8» > python=3.12",
        "python «3.8» > python=3.12",
        "python«=3.8.5»=h7579374_1 > python=3.12",
        "python «3.8.*» > python 3.12.*",
        "python«==3.8.10» > python=3.12",
        "python«~=3.8.2» > python=3.12",
        "'conda-forge::python«=3.6»' > 'conda-forge::python=3.12'"
      })
  void theFixKeepsTheForm(String before, String after) {
    String version = after.replaceAll("'|.*::", "");
    on("2026-06-01", before)
        .finds("unsupported-python")
        .fixedBy("Change to " + version + " (new hash)", FILE.formatted(after));
  }

  @Test
  void theFixMovesTheHash() {
    Check.environment("name: train\nimage: python:3.12.8\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.with().replace("python=3.12", "python«=3.8»  # old"))
        .finds("unsupported-python")
        .saying(
            "Python 3.8 gets no security fixes since its end of life on 2024-10-07. Move to a newer"
                + " one, such as 3.12.")
        .fixedBy(
            "Change to python=3.12 (new hash)",
            "conda.yml",
            CondaText.with().replace("python=3.12", "python=3.12  # old"));
  }

  @Test
  void whatPipIsToldIsAnotherMatter() {
    Check.conda(CondaText.pip("python==3.8")).ignores("unsupported-python");
  }

  @Test
  void theRecommendedOneHasNotEnded() {
    on(LocalDate.of(2026, 11, 22).toString(), InsertedPackage.pinned("python"))
        .ignores("unsupported-python")
        .ignores("deprecated-python");
  }
}
