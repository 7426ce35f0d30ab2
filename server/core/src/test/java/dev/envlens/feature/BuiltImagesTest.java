package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What images that were built before say of what is written now, and what a build would cost. */
class BuiltImagesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static final String LOCK =
      """
      version: 1
      package:
        - {name: numpy, version: 1.25.0, manager: conda, platform: linux-64}
        - {name: scipy, version: 1.11.3, manager: conda, platform: linux-64}
      """;

  private static BuiltImage image(String numpy) {
    return new BuiltImage(
        NOW,
        Optional.empty(),
        List.of(
            new InstalledPackage(Origin.CONDA, "numpy", numpy, Optional.empty()),
            new InstalledPackage(Origin.PIP, "Rich", "13.7.1", Optional.empty())));
  }

  /** Knows of every hash that nobody has it, and of some what was built. */
  private record Built(Map<String, BuiltImage> images, Optional<BuiltImage> any)
      implements KnownImages {
    @Override
    public Optional<CacheStatus> status(String hash) {
      return Optional.of(CacheStatus.of(List.of(CachePlace.missing(CachePlace.Kind.LOCAL)), NOW));
    }

    @Override
    public Optional<BuiltImage> built(String hash) {
      return Optional.ofNullable(images.get(hash)).or(() -> any);
    }

    @Override
    public Optional<Duration> lastTook(String hash) {
      return Optional.of(Duration.ofSeconds(425));
    }

    @Override
    public Optional<BaseImage> base(String reference) {
      return Optional.empty();
    }
  }

  /** A conda file that environments with these hashes use. */
  private static Neighbours users(String... hashes) {
    return new Neighbours() {
      @Override
      public Near of(Definition definition, DefinitionHash hash, Surroundings surroundings) {
        return new Near(List.of(), List.of());
      }

      @Override
      public List<String> imagesWith(URI file) {
        return List.of(hashes);
      }
    };
  }

  private static Workspace workspace(Neighbours neighbours, KnownImages images) {
    return new Workspace(KnownEnvironments.none(), neighbours).with(Registered.unknown(), images);
  }

  private static List<String> conda(Neighbours neighbours, Map<String, BuiltImage> images) {
    var pointed =
        Pointed.in("conda.yml", "dependencies: [numpy, scipy, {pip: [rich, 'rich<13']}]\n")
            .with("conda-lock.yml", LOCK);
    return hints(pointed, workspace(neighbours, new Built(images, Optional.empty())));
  }

  private static List<String> hints(Pointed pointed, Workspace workspace) {
    return Hints.of(pointed.page(), pointed.files(), workspace, LockParser.direct()).stream()
        .map(Hint::tooltip)
        .toList();
  }

  @Test
  void theImageCountsBeforeTheLockFile() {
    assertEquals(
        List.of(
            "The cached image has numpy 1.26.4.",
            "conda-lock.yml (linux-64) has scipy 1.11.3.",
            "The cached image has rich 13.7.1."),
        conda(users("a", "b"), Map.of("a", image("1.26.4"))));
  }

  @Test
  void imagesThatDisagreeSayNothing() {
    assertEquals(
        List.of(
            "conda-lock.yml (linux-64) has numpy 1.25.0.",
            "conda-lock.yml (linux-64) has scipy 1.11.3.",
            "The cached image has rich 13.7.1."),
        conda(users("a", "b"), Map.of("a", image("1.26.4"), "b", image("2.0.0"))));
  }

  @Test
  void theImageOfAnInlineDefinitionIsItsOwn() {
    var pointed =
        Pointed.in(
            "environment.yml",
            "{name: x, image: 'a:1', conda_file: {dependencies: [numpy, {pip: [rich]}]}}");
    assertEquals(
        List.of("The cached image has numpy 1.26.4.", "The cached image has rich 13.7.1."),
        hints(
            pointed,
            workspace(Neighbours.NONE, new Built(Map.of(), Optional.of(image("1.26.4"))))));
  }

  private static String hover(String text, Registered registered) {
    var pointed = Pointed.in("environment.yml", text);
    var workspace = Workspace.unknown().with(registered, new Built(Map.of(), Optional.empty()));
    return Hovers.at(
            pointed.page(), pointed.offset(), pointed.files(), workspace, new Hover.Options(false))
        .orElseThrow()
        .markdown();
  }

  @Test
  void theHoverSaysWhatABuildWouldCostAndWhoseImageItIs() {
    Registered registered =
        new Registered() {
          @Override
          public Optional<List<RegisteredVersion>> versions(String name) {
            return Optional.empty();
          }

          @Override
          public Optional<List<String>> names() {
            return Optional.empty();
          }

          @Override
          public List<RegisteredVersion> sharing(String hash) {
            return List.of(
                new RegisteredVersion("train", "3", hash, "{}", NOW, false),
                new RegisteredVersion("score", "1", hash, "{}", NOW, true));
          }
        };
    String hover =
        hover(
            """
            na<caret>me: train
            image: python:3.10
            conda_file:
              dependencies: [python=3.10, numpy, pip, {pip: [rich, flask]}]
            """,
            registered);
    assertEquals(
        """
        A build would take 2 steps: take the base image python:3.10; create the conda environment with 5 packages.

        The last build took 7 min 5 s.

        It is the image of train:3, score:1.""",
        hover.substring(hover.indexOf("A build would")));
  }

  @Test
  void aSingleStepAndNobody() {
    String hover = hover("na<caret>me: train\nimage: python:3.10\n", Registered.unknown());
    assertEquals(
        """
        A build would take one step: take the base image python:3.10.

        The last build took 7 min 5 s.""",
        hover.substring(hover.indexOf("A build would")));
    assertFalse(hover.contains("It is the image of"), hover);
  }
}
