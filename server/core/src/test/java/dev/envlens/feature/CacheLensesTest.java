package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lenses and hovers say of caches and of registered versions. */
class CacheLensesTest {

  private static final String HASH =
      "36e6c479420800e910b4fe40e2cd637a96a9cb3db964a4141923a594f5dbb08b";
  private static final String OTHER = "0".repeat(64);
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static CachePlace place(String word) {
    var kind = CachePlace.Kind.valueOf(word.substring(1));
    return switch (word.charAt(0)) {
      case '+' ->
          CachePlace.cached(
              kind,
              new CachePlace.CachedImage(
                  "azureml/azureml_36e6:latest",
                  "sha256:12ab",
                  Optional.of(NOW),
                  Optional.of(1_234_000_000L)));
      case '-' -> CachePlace.missing(kind);
      default ->
          CachePlace.unknown(
              kind, new CachePlace.Trouble("Nobody answers at *host*. Start it.", NOW));
    };
  }

  private static Optional<CacheStatus> status(String places) {
    if (places.equals("unasked")) {
      return Optional.empty();
    }
    boolean building = places.endsWith("building");
    var all = new ArrayList<CachePlace>();
    for (String word : places.replace("building", "").strip().split(" ", -1)) {
      if (!word.isEmpty()) {
        all.add(place(word));
      }
    }
    var status = CacheStatus.of(all, NOW);
    return Optional.of(building ? status.building() : status);
  }

  private static Workspace knowing(Optional<CacheStatus> status, Optional<String> versions) {
    KnownImages images =
        new KnownImages() {
          @Override
          public Optional<CacheStatus> status(String hash) {
            return status.filter(any -> hash.equals(HASH));
          }

          @Override
          public Optional<BuiltImage> built(String hash) {
            return Optional.empty();
          }

          @Override
          public Optional<BaseImage> base(String reference) {
            return Optional.empty();
          }
        };
    Registered registered =
        new Registered() {
          @Override
          public Optional<List<RegisteredVersion>> versions(String name) {
            return versions.map(
                all ->
                    all.lines().map(line -> version(name, line.split("=", -1)[0], line)).toList());
          }

          @Override
          public Optional<List<String>> names() {
            return Optional.empty();
          }

          @Override
          public List<RegisteredVersion> sharing(String hash) {
            return List.of();
          }
        };
    return Workspace.unknown().with(registered, images);
  }

  private static RegisteredVersion version(String name, String version, String line) {
    return new RegisteredVersion(
        name, version, line.endsWith("=same") ? HASH : OTHER, "{}", NOW, false);
  }

  private static List<String> lenses(String text, Workspace workspace, Set<Lens.Deed> offered) {
    return Pointed.in("environment.yml", text).lenses(workspace, offered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unasked | hash 36e6c479 · user-managed |",
        "+LOCAL | hash 36e6c479 · cached locally · user-managed |",
        "-LOCAL +WORKSPACE | hash 36e6c479 · cached in the workspace's registry · user-managed |",
        "?LOCAL +CURATED | hash 36e6c479 · cached in the curated registry · user-managed |",
        "+WORKSPACE +LOCAL | hash 36e6c479 · cached locally · user-managed |",
        "-LOCAL -WORKSPACE | hash 36e6c479 · not cached · user-managed | Build -> BUILD",
        "-LOCAL ?WORKSPACE | hash 36e6c479 · cache unknown · user-managed | Build -> BUILD",
        "?LOCAL | hash 36e6c479 · cache unknown · user-managed |",
        "-LOCAL building | hash 36e6c479 · building · user-managed |",
      })
  void theLensSaysWhereTheImageIsAndOffersToBuildIt(String places, String title, String deed) {
    var expected = new ArrayList<>(List.of("«name» " + title));
    Optional.ofNullable(deed).ifPresent(it -> expected.add("«name» " + it));
    assertEquals(
        expected,
        lenses(
            "{name: train, image: 'python:3.10'}",
            knowing(status(places), Optional.empty()),
            EnumSet.allOf(Lens.Deed.class)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: train | '' | | Register v1",
        "name: train | 7=other,3=other | | Register v8",
        "name: train | blue=other,3=other | | Register v4",
        "name: train | 7=same,3=other | 7 |",
        "name: train | 7=other,3=same | 3 | Register v8",
        "name: train, version: 9 | 7=other | | Register v9",
        "name: train, version: 7 | 7=other | |",
        "name: train, version: 7 | 7=same | 7 |",
        "name: '{{a}}' | 7=other | |",
      })
  void theLensSaysWhichVersionThisIsAndOffersTheNext(
      String keys, String versions, String same, String deed) {
    var expected = new ArrayList<String>();
    String registered = same == null ? "" : " · registered as " + same;
    expected.add("«name» hash 36e6c479" + registered + " · user-managed");
    Optional.ofNullable(deed).ifPresent(it -> expected.add("«name» " + it + " -> REGISTER"));
    assertEquals(
        expected,
        lenses(
            "{" + keys + ", image: 'python:3.10'}",
            knowing(Optional.empty(), Optional.of(versions.replace(',', '\n'))),
            EnumSet.allOf(Lens.Deed.class)));
  }

  @Test
  void whatCannotBeDoneIsNotOffered() {
    assertEquals(
        List.of("«name» hash 36e6c479 · not cached · user-managed"),
        lenses(
            "{name: train, image: 'python:3.10'}",
            knowing(status("-LOCAL"), Optional.of("")),
            Set.of()));
  }

  @Test
  void anInlineEnvironmentCanBeBuiltButHasNoNameToRegister() {
    assertEquals(
        List.of(
            "«image» hash 36e6c479 · not cached · user-managed",
            "«image» Build -> BUILD/environment"),
        lenses(
            "{type: command, environment: {image: 'python:3.10'}}",
            knowing(status("-LOCAL"), Optional.of("")),
            EnumSet.allOf(Lens.Deed.class)));
  }

  @Test
  void theHoverSaysWhatEachPlaceAnswered() {
    var pointed = Pointed.in("environment.yml", "na<caret>me: train\nimage: python:3.10\n");
    var hover =
        Hovers.at(
                pointed.page(),
                pointed.offset(),
                pointed.files(),
                knowing(status("+LOCAL -CURATED ?WORKSPACE"), Optional.empty()),
                new Hover.Options(false))
            .orElseThrow()
            .markdown();
    assertEquals(
        """
        There is an image with this hash:

        - the local Docker engine: `azureml/azureml_36e6:latest`, `sha256:12ab`, 1.23 GB, built 2026-06-01 12:00 UTC
        - the curated registry: none
        - the workspace's registry: unknown. Nobody answers at \\*host\\*. Start it. Asked again at 12:00:00 UTC.""",
        hover.substring(hover.indexOf("There is")));
  }
}
