package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpinnedUrlTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«git+https://example.org/team/train»",
        "«git+https://example.org/team/train#egg=train»",
        "git+https://example.org/team/train@«main»",
        "git+https://example.org/team/train@«0123456»",
        "-e git+https://example.org/team/train@«v1.0»#egg=train",
        "train @ git+https://example.org/team/train@«main»",
        "train @ «https://example.org/train-1.0-py3-none-any.whl»",
        "«https://example.org/train-1.0-py3-none-any.whl»",
      })
  void whatCanMove(String requirement) {
    Check.conda(CondaText.pip(requirement)).finds("unpinned-url").as(Severity.WARNING).unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git+https://example.org/team/train@" + COMMIT,
        "-e git+https://example.org/team/train@" + COMMIT + "#egg=train",
        "https://example.org/train-1.0-py3-none-any.whl#sha256=" + COMMIT,
        "train @ https://example.org/train.zip --hash=sha256:" + COMMIT,
        "train",
        "./train",
        "-e .",
        "file:///opt/train.whl",
        "git+https://example.org/team/train@${TAG}",
        "--index-url https://example.org/simple",
      })
  void whatCanNotAndWhatIsNoUrl(String requirement) {
    Check.conda(CondaText.pip(requirement)).ignores("unpinned-url");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "train @ git+https://example.org/t@«main», 'train' is built from 'main', commit",
        "«git+https://example.org/t#egg=train», 'train' is built from the newest commit, commit",
        "«https://example.org/t.whl», This package is downloaded, #sha256=…"
      })
  void saysWhatItIsAndWhatToAdd(String requirement, String what, String add) {
    Check.conda(CondaText.pip(requirement)).finds("unpinned-url").mentioning(what).mentioning(add);
  }

  @Test
  void aPasswordIsNotRepeated() {
    var message =
        Check.conda(CondaText.pip("git+https://ada:secret@example.org/t@main")).findings().stream()
            .filter(finding -> finding.code().equals("unpinned-url"))
            .map(Finding::message)
            .findFirst()
            .orElseThrow();
    assertFalse(message.contains("secret"), message);
  }
}
