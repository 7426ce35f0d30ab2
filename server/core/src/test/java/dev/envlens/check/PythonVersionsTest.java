package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonVersionsTest {

  private static final PythonVersions TABLE = PythonVersions.shipped();

  @Test
  void theReleasesComeNewestFirstAndLiveForAWhile() {
    var releases = TABLE.releases();
    assertTrue(releases.size() > 5);
    for (int i = 0; i < releases.size(); i++) {
      var release = releases.get(i);
      assertTrue(release.released().plusYears(4).isBefore(release.endOfLife()), release.version());
      assertTrue(
          i == 0 || release.released().isBefore(releases.get(i - 1).released()), release.version());
    }
  }

  @Test
  void theRecommendedPythonIsOneOfThem() {
    assertTrue(
        TABLE.releases().stream()
            .anyMatch(release -> release.version().equals(TABLE.recommended("python"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "pip"})
  void whatFixesWriteBringsNoFindingOfItsOwn(String name) {
    var text = "channels: [conda-forge]\ndependencies: [python=3.12, '%s']\n";
    var findings =
        Check.conda(text.formatted(InsertedPackage.pinned(name)).replace("python=3.12, 'py", "'py"))
            .findings();
    assertEquals(List.of(), findings);
  }
}
