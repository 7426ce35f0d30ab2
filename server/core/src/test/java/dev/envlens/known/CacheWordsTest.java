package dev.envlens.known;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.known.CachePlace.CachedImage;
import dev.envlens.known.CachePlace.Kind;
import dev.envlens.known.CachePlace.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheWordsTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final CachePlace LOCAL =
      CachePlace.cached(
          Kind.LOCAL,
          new CachedImage(
              "azureml/azureml_1:latest", "sha256:1", Optional.of(NOW), Optional.of(1_234_567L)));
  private static final CachePlace REMOTE =
      CachePlace.cached(
          Kind.WORKSPACE,
          new CachedImage(
              "team.azurecr.io/azureml/azureml_1:latest",
              "sha256:2",
              Optional.empty(),
              Optional.empty()));
  private static final CachePlace SILENT =
      CachePlace.unknown(
          Kind.WORKSPACE, new Trouble("team.azurecr.io is slow.", NOW.plusSeconds(15)));

  private final CacheWords words = new CacheWords(ZoneId.of("UTC"));

  private static CacheStatus status(CachePlace... places) {
    return CacheStatus.of(List.of(places), NOW);
  }

  @Test
  void saysInAFewWordsWhereTheImageIs() {
    assertEquals("cached locally", words.brief(status(LOCAL, REMOTE)));
    assertEquals("cached locally", words.brief(status(LOCAL, SILENT)));
    assertEquals(
        "cached in team.azurecr.io", words.brief(status(CachePlace.missing(Kind.LOCAL), REMOTE)));
    assertEquals("not cached here", words.brief(status(CachePlace.missing(Kind.LOCAL))));
    assertEquals("cache unknown", words.brief(status(CachePlace.missing(Kind.LOCAL), SILENT)));
    assertEquals("building", words.brief(status().building()));
  }

  @Test
  void saysEverythingThatIsKnown() {
    assertEquals(
        List.of(
            "In the local engine: azureml/azureml_1:latest, sha256:1, 1.2 MB, built 2026-06-01"
                + " 12:00 UTC.",
            "team.azurecr.io is slow. Asked again from 12:00:15 UTC on."),
        words.full(status(LOCAL, SILENT), CacheWords.Cost.unknown()));
  }

  @Test
  void saysWhatABuildWouldTake() {
    var missing = status(CachePlace.missing(Kind.LOCAL), CachePlace.missing(Kind.WORKSPACE));
    assertEquals(
        List.of(
            "No image with this hash is in the local engine, nor in the workspace's registry."
                + " Azure may hold one of its own.",
            "A build would take 2 steps: pull the base image; create the conda environment.",
            "The last build took 7 min 5 s."),
        words.full(
            missing,
            new CacheWords.Cost(
                List.of("pull the base image", "create the conda environment"),
                Optional.of(Duration.ofSeconds(425)))));
  }

  @Test
  void isJsonWithEveryField() {
    var fields = CacheFields.of(status(SILENT));
    assertEquals("unknown", fields.get("state"));
    @SuppressWarnings("unchecked")
    var place = ((List<Map<String, Object>>) fields.get("places")).get(0);
    assertEquals(
        List.of("kind", "state", "reference", "digest", "created", "size", "reason", "again"),
        List.copyOf(place.keySet()));
    assertEquals("2026-06-01T12:00:15Z", place.get("again"));
  }

  @ParameterizedTest
  @CsvSource({"999, 999 B", "1000, 1 kB", "999949, 999.9 kB", "999950, 1 MB", "1500000000, 1.5 GB"})
  void sizesAreInPowersOfTen(long bytes, String text) {
    assertEquals(text, CacheWords.size(bytes));
  }
}
