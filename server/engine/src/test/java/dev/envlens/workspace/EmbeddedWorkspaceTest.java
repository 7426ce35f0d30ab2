package dev.envlens.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Definition;
import dev.envlens.workspace.Registration.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what is registered. */
class EmbeddedWorkspaceTest {

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = Shelf.in(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private Definition definition(String text) {
    return new Project(folder).file("environment.yml", text).definition("environment.yml");
  }

  private Registration register(String text) {
    return shelf.register(definition(text));
  }

  private static String train(String image, String... more) {
    return "name: train\nimage: %s\n%s".formatted(image, String.join("", more));
  }

  private List<String> listed(boolean archived) {
    return shelf.workspace().list(archived, Optional.empty()).items().stream()
        .map(EnvironmentSummary::name)
        .toList();
  }

  private EnvironmentVersion found(String version) {
    return shelf.workspace().find(new EnvironmentVersion.Id("train", version)).orElseThrow();
  }

  @Test
  void aNewNameIsVersionOne() {
    var registration =
        register(train("a:1", "description: For training.\n", "tags: {team: vision, n: 1}\n"));
    assertEquals(Outcome.CREATED, registration.outcome());
    var version = found("1");
    assertEquals(registration.version(), version);
    assertEquals("user-managed", version.content().kind());
    assertEquals(Map.of("team", "vision", "n", "1"), version.notes().tags());
    assertEquals("For training.", version.notes().description());
    assertEquals(
        new EnvironmentVersion.History(Shelf.START, "ada", Shelf.START, "environment.yml", false),
        version.history());
  }

  @Test
  void theSameAgainChangesNothing() {
    register(train("a:1"));
    assertEquals(Outcome.UNCHANGED, register(train("a:1")).outcome());
    assertEquals(List.of("1"), versions());
  }

  private List<String> versions() {
    return shelf.workspace().versions("train", Optional.empty()).items().stream()
        .map(version -> version.id().version())
        .toList();
  }

  @Test
  void otherNotesUpdateTheNewestVersion() throws IOException {
    register(train("a:1"));
    var request = Shelf.request(Optional.empty(), Optional.empty());
    var registration =
        new Registrar(shelf.later(Duration.ofHours(1)))
            .register(
                definition(train("a:1", "tags: {team: vision}\n")),
                Project.surroundings(),
                request);
    assertEquals(Outcome.UPDATED, registration.outcome());
    var version = found("1");
    assertEquals(Map.of("team", "vision"), version.notes().tags());
    assertEquals(Shelf.START, version.history().created());
    assertEquals(Shelf.START.plus(Duration.ofHours(1)), version.history().modified());
    try (var in = shelf.workspace().open(version, version.content().files().get(0))) {
      assertEquals(
          train("a:1", "tags: {team: vision}\n"),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anotherContentIsTheNextVersion() {
    register(train("a:1"));
    assertEquals("2", register(train("a:2")).version().id().version());
    assertEquals(List.of("2", "1"), versions());
    assertEquals(found("2"), shelf.workspace().newest("train").orElseThrow());
  }

  @Test
  void whatAnOlderVersionHadIsAVersionAgain() {
    register(train("a:1"));
    register(train("a:2"));
    assertEquals("3", register(train("a:1")).version().id().version());
  }

  @Test
  void theNextVersionFollowsTheHighestNumber() {
    for (String version : List.of("'22.02-py3'", "7", "09", "x")) {
      register(train("a:" + version.replace("'", ""), "version: " + version + "\n"));
    }
    assertEquals("10", register(train("a:9")).version().id().version());
  }

  @Test
  void aVersionThatAnotherContentHasIsTaken() {
    register(train("a:1", "version: 3\n"));
    var fault = assertThrows(WorkspaceFault.class, () -> register(train("a:2", "version: 3\n")));
    assertEquals(WorkspaceFault.Kind.TAKEN, fault.kind());
    assertTrue(fault.getMessage().contains("image: a:1 → a:2"), fault.getMessage());
    assertEquals(Outcome.UPDATED, register(train("a:1", "version: 3 # same\n")).outcome());
  }

  @Test
  void aPreviewSaysWhatWillHappenAndDoesNothing() {
    assertEquals(Outcome.CREATED, shelf.preview(definition(train("a:1"))).outcome());
    assertEquals(List.of(), listed(true));
    register(train("a:1"));
    assertEquals(Outcome.UNCHANGED, shelf.preview(definition(train("a:1"))).outcome());
    assertEquals(
        Outcome.UPDATED, shelf.preview(definition(train("a:1", "description: x\n"))).outcome());
    assertEquals("2", shelf.preview(definition(train("a:2"))).version().id().version());
    assertEquals(List.of("1"), versions());
    assertThrows(
        WorkspaceFault.class, () -> shelf.preview(definition(train("a:2", "version: 1\n"))));
  }

  @Test
  void whatIsArchivedIsHiddenAndStillFound() {
    register(train("a:1"));
    register(train("a:2"));
    shelf.workspace().archive("train", Optional.of("2"), true);
    assertEquals("1", shelf.workspace().newest("train").orElseThrow().id().version());
    assertEquals(List.of("train"), listed(false));
    shelf.workspace().archive("train", Optional.empty(), true);
    assertEquals(List.of(), listed(false));
    assertEquals(List.of("train"), listed(true));
    assertTrue(found("2").history().archived());
    shelf.workspace().archive("train", Optional.empty(), false);
    assertEquals(List.of("train"), listed(false));
  }

  @Test
  void registeringWhatIsArchivedTakesItOut() {
    register(train("a:1"));
    shelf.workspace().archive("train", Optional.empty(), true);
    assertEquals(Outcome.UPDATED, register(train("a:1")).outcome());
    assertFalse(found("1").history().archived());
  }

  @Test
  void whatIsntThereCantBeArchived() {
    var fault =
        assertThrows(
            WorkspaceFault.class, () -> shelf.workspace().archive("train", Optional.of("1"), true));
    assertEquals(WorkspaceFault.Kind.NOT_FOUND, fault.kind());
  }

  @Test
  void environmentsOfOneHashAreFoundUnderAllNames() {
    var one = register(train("a:1")).version();
    shelf.register(definition(train("a:1")), Optional.of("score"), Optional.of("x"));
    register(train("a:2"));
    assertEquals(
        List.of("score:x", "train:1"),
        shelf.workspace().sharing(one.content().hash()).stream()
            .map(version -> version.id().label())
            .toList());
  }

  @Test
  void listsComeInPagesWithoutGapsOrDoubles() {
    int count = 2 * EmbeddedWorkspace.PAGE + 3;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("e%04d".formatted(i));
      shelf.workspace().register(named(RegisteringProcess.submission("same"), names.get(i), "1"));
      shelf
          .workspace()
          .register(named(RegisteringProcess.submission("same"), "many", Integer.toString(i)));
    }
    names.add("many");
    assertEquals(names, all(next -> shelf.workspace().list(false, next), EnvironmentSummary::name));
    var versions =
        all(
            next -> shelf.workspace().versions("many", next),
            version -> Integer.parseInt(version.id().version()));
    assertEquals(count, versions.size());
    assertEquals(count - 1, versions.get(0));
    assertEquals(0, versions.get(count - 1));
  }

  private static Submission named(Submission submission, String name, String version) {
    return new Submission(
        name,
        Optional.of(version),
        submission.content(),
        submission.notes(),
        submission.bytes(),
        "",
        "");
  }

  private static <T, K> List<K> all(
      Function<Optional<String>, Slice<T>> pages, Function<T, K> key) {
    List<K> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      var page = pages.apply(next);
      page.items().forEach(item -> all.add(key.apply(item)));
      next = page.next();
    } while (next.isPresent());
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"AzureML-x", "microsoft", "a b", "-a", "é"})
  void namesThatTheServiceRefusesAreRefused(String name) {
    var definition = definition(train("a:1"));
    var fault =
        assertThrows(
            WorkspaceFault.class,
            () -> shelf.register(definition, Optional.of(name), Optional.empty()));
    assertEquals(WorkspaceFault.Kind.REFUSED, fault.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a/b", "a b"})
  void versionsThatNoReferenceCanNameAreRefused(String version) {
    var definition = definition(train("a:1"));
    assertThrows(
        WorkspaceFault.class,
        () -> shelf.register(definition, Optional.empty(), Optional.of(version)));
  }

  @Test
  void whatHasNoHashIsRefusedWithTheReason() {
    var fault =
        assertThrows(WorkspaceFault.class, () -> register(train("a", "conda_file: c.yml\n")));
    assertEquals(
        "'train' has no hash, so it can't be registered: the conda file isn't there.",
        fault.getMessage());
  }

  @Test
  void anInlineEnvironmentNeedsAName() {
    new Project(folder)
        .file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: {name: ignored, image: a}
            """);
    var inline = new Project(folder).definition("job.yml");
    var fault = assertThrows(WorkspaceFault.class, () -> shelf.register(inline));
    assertEquals(
        "An inline environment has no name of its own. Say under which name to register it.",
        fault.getMessage());
    var given = shelf.register(inline, Optional.of("train"), Optional.of("5"));
    assertEquals("train:5", given.version().id().label());
  }

  @Test
  void whatWasRegisteredIsThereAfterReopening() throws IOException {
    var version = register(train("a:1")).version();
    shelf.close();
    try (var again = Shelf.at(folder.resolve("workspace.db"), Clock.systemUTC())) {
      assertEquals(version, again.workspace().find(version.id()).orElseThrow());
    }
  }

  @Test
  void oneContentIsKeptOnce() throws IOException {
    String large = "x".repeat(Blobs.LARGEST_IN_DATABASE + 1);
    new Project(folder)
        .file("ctx/Dockerfile", "FROM a\n")
        .file("ctx/l", large)
        .file("ctx/m", large);
    register("name: train\nbuild: {path: ctx}\n");
    register("name: score\nbuild: {path: ctx}\n");
    try (var kept = Files.walk(folder.resolve("blobs"))) {
      assertEquals(1, kept.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aContentThatIsGoneIsSaid() throws IOException {
    new Project(folder)
        .file("ctx/Dockerfile", "FROM a\n")
        .file("ctx/l", "x".repeat(Blobs.LARGEST_IN_DATABASE + 1));
    var version = register("name: train\nbuild: {path: ctx}\n").version();
    try (var kept = Files.walk(folder.resolve("blobs"))) {
      for (Path blob : kept.filter(Files::isRegularFile).toList()) {
        Files.delete(blob);
      }
    }
    var fault =
        assertThrows(
            WorkspaceFault.class,
            () -> new FolderExport(shelf.workspace()).write(version, folder.resolve("out")));
    assertTrue(fault.getMessage().startsWith("The content of 'ctx/l' of 'train:1' is missing"));
    register("name: train\nbuild: {path: ctx}\ntags: {a: b}\n");
    new FolderExport(shelf.workspace()).write(found("1"), folder.resolve("out2"));
  }
}
