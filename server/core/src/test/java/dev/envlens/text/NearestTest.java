package dev.envlens.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "NAME, name",
    "dependancies, dependencies",
    "dependency, dependencies",
    "base_image, baseImage",
    "ab, ",
    "r, ",
    "somethingelse, ",
    "'', ",
  })
  void atMostOneSlipInThreeLetters(String word, String nearest) {
    var known = List.of("name", "dependencies", "baseImage", "xb");
    assertEquals(Optional.ofNullable(nearest), Nearest.to(word, known));
  }

  @ParameterizedTest
  @CsvSource({"dockerfile, dockerfile_path", "Dockerfile, dockerfile_path", "scoring, ", "dock, "})
  void elseTheOnlyOneThatItBegins(String word, String nearest) {
    var known = List.of("path", "dockerfile_path", "scoring_route", "scoring_script_name");
    assertEquals(Optional.ofNullable(nearest), Nearest.to(word, known));
  }

  @Test
  void theNearestWinsThenTheFirst() {
    assertEquals(Optional.of("paths"), Nearest.to("paths", List.of("path", "paths")));
    assertEquals(Optional.of("path"), Nearest.to("pathx", List.of("path", "paths")));
    assertEquals(Optional.of("cats"), Nearest.to("cat", List.of("cats", "cut")));
  }
}
