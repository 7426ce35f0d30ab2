package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidPythonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python«=3,10»",
        "python«=three»",
        "python«=3.10.x»",
        "python«=310»",
        "python«=3.10.1.2»",
        "Python «3.x»",
        "python«>=3.8,<four»"
      })
  void aVersionThatPythonNeverHas(String python) {
    Check.conda(file(python))
        .finds("invalid-python")
        .as(Severity.ERROR)
        .mentioning("isn't a version of Python");
    Check.conda(file(python.replace("«", "").replace("»", "")))
        .ignores("invalid-dependency")
        .ignores("loose-pin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "python=3",
        "python=3.12",
        "python=3.12.*",
        "python==3.12.4",
        "python=3.13.0rc2",
        "python>=3.8,<4.0",
        "python>=3.8,<3.13.0a0",
        "python~=3.11.0",
        "python!=3.9.*,>=3.8",
        "python=3.8|3.9",
        "python=3.9.18=h955ad1f_0",
        "python={{version}}",
        "python=<VERSION>",
        "python-dateutil=three"
      })
  void whatPythonHas(String python) {
    Check.conda(file(python)).ignores("invalid-python");
  }

  @Test
  void whatCondaCannotReadIsMendedWherePlain() {
    Check.conda(file("python=3.12«,»"))
        .finds("invalid-python")
        .fixedBy("Write 'python=3.12' (new hash)", file("python=3.12"));
  }

  private static String file(String python) {
    return "channels: [conda-forge]\ndependencies:\n  - %s\n".formatted(python);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "python=3,11 > python=3.11",
        "python=312 > python=3.12",
        "python ==3,12 > python ==3.12"
      })
  void aSlipIsMended(String written, String meant) {
    int operator = written.indexOf('=');
    String marked = written.substring(0, operator) + "«" + written.substring(operator) + "»";
    Check.conda(file(marked))
        .finds("invalid-python")
        .fixedBy("Write '%s' (new hash)".formatted(meant), file(meant));
  }

  @Test
  void ofAMalformedVersionNoAgeIsSaid() {
    Check.conda(file("python=3.8.x")).ignores("unsupported-python");
  }
}
