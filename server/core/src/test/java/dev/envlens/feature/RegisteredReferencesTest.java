package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.check.Answered;
import dev.envlens.feature.KnownFiles.Known;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the workspace knows, at a reference. */
class RegisteredReferencesTest {

  private static final Answered WORKSPACE =
      Answered.nothing()
          .with("train", "1", "image: a/b:1\n")
          .with("train", "2", "image: a/b:2\n")
          .withArchived("train", "3", "image: a/b:3\n");

  private static String hover(String reference, Optional<String> hashOfFile) {
    KnownEnvironments files =
        name ->
            hashOfFile.stream()
                .map(
                    hash ->
                        new KnownEnvironments.Defined(
                            name,
                            Optional.empty(),
                            new Place(MemoryFiles.uri("train.yml"), TextRange.at(0)),
                            Optional.of(hash)))
                .toList();
    var pointed =
        Pointed.in("job.yml", "{type: command, environment: '<caret>%s'}".formatted(reference));
    var workspace = new Workspace(files, Neighbours.NONE).with(WORKSPACE, KnownImages.none());
    return Hovers.at(
            pointed.page(), pointed.offset(), pointed.files(), workspace, new Hover.Options(true))
        .orElseThrow()
        .markdown();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azureml:train:1 | Registered as version `1` on 2026-05-01, hash `",
        "azureml:train@latest | Registered as version `2` on 2026-05-02, hash `",
        "azureml:train:3 | `, archived.",
        "azureml:train:9 | Not registered; the newest version is `2`.",
      })
  void saysWhatIsRegistered(String reference, String part) {
    assertTrue(
        hover(reference, Optional.empty()).contains(part), hover(reference, Optional.empty()));
  }

  @Test
  void saysWhenTheFileIsAnotherByNow() {
    String hash = WORKSPACE.versions("train").orElseThrow().get(1).hash();
    assertTrue(
        hover("azureml:train:2", Optional.of("f".repeat(64)))
            .contains(" `train.yml` has changed since: its hash is another."));
    assertFalse(hover("azureml:train:2", Optional.of(hash)).contains("changed since"));
  }

  @Test
  void nothingIsSaidOfWhatTheWorkspaceDoesNotKnow() {
    assertFalse(hover("azureml:other:1", Optional.empty()).toLowerCase().contains("registered"));
  }

  @Test
  void versionsAreOfferedTheNewestFirstAndBeforeFiles() {
    var offered = new RegisteredEnvironments(WORKSPACE, oneFile());
    assertEquals(
        List.of("azureml:train:2", "azureml:train:1", "azureml:mine@latest"),
        offered.environments(name -> true, 10).stream().map(Known::reference).toList());
    assertTrue(
        offered
            .environments(name -> true, 10)
            .get(0)
            .about()
            .startsWith("registered on 2026-05-02"));
    assertEquals(
        List.of("azureml:mine@latest"),
        new RegisteredEnvironments(Registered.unknown(), oneFile())
            .environments(name -> true, 10).stream().map(Known::reference).toList());
  }

  @Test
  void ofVeryManyOnlyTheNamesAreOffered() {
    var first = WORKSPACE.all().get(0);
    var many =
        new Answered(
            IntStream.range(0, 30)
                .mapToObj(
                    i ->
                        new RegisteredVersion(
                            "e" + i,
                            "1",
                            first.hash(),
                            first.canonicalJson(),
                            first.created(),
                            false))
                .toList());
    assertEquals(
        "azureml:e0@latest",
        new RegisteredEnvironments(many, KnownFiles.none())
            .environments(name -> true, 100)
            .get(0)
            .reference());
  }

  private static KnownFiles oneFile() {
    return new KnownFiles() {
      @Override
      public List<Known> environments(Predicate<String> wanted, int most) {
        return List.of(
            new Known(Optional.empty(), "mine", Optional.empty(), "defined in mine.yml"));
      }

      @Override
      public Optional<Held> held(URI file) {
        return Optional.empty();
      }
    };
  }
}
