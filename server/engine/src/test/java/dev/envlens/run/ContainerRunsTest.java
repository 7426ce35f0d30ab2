package dev.envlens.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.docker.EngineFault;
import dev.envlens.progress.Progress;
import dev.envlens.testing.DockerEngine;
import dev.envlens.workspace.WorkspaceFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in containers of a real engine. */
class ContainerRunsTest {

  private static final String ENVIRONMENT = "name: train\nimage: %s\n".formatted(Bench.BASE);

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void makeBase() {
    Bench.makeBase();
  }

  @BeforeEach
  void open() {
    bench = Bench.at(folder).file("environment.yml", ENVIRONMENT);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aCommandRunsWhereTheFolderIsAndItsStreamsStayApart() throws Exception {
    bench.file("in.txt", "read me\n");
    var ran =
        bench.run(
            "environment.yml", "sh", "-c", "cat in.txt; echo bad >&2; echo made > out.txt; pwd");
    assertEquals(0, ran.status());
    assertEquals("read me\n/envlens/work\n", ran.out());
    assertEquals("bad\n", ran.err());
    assertEquals("made\n", bench.text("out.txt"));
    assertEquals(
        Files.getAttribute(folder, "unix:uid"),
        Files.getAttribute(folder.resolve("out.txt"), "unix:uid"));
    assertEquals("", containers());
  }

  private static String containers() {
    return DockerEngine.shared()
        .docker("ps", "--all", "--quiet", "--filter", "label=dev.envlens.run");
  }

  @Test
  void theStatusIsTheCommands() {
    assertEquals(42, bench.run("environment.yml", "sh", "-c", "exit 42").status());
  }

  @Test
  void inputIsReadToItsEnd() {
    var ran = bench.run("environment.yml", false, "one\ntwo\n", new Stopping(), "wc", "-l");
    assertEquals("2", ran.out().strip());
  }

  @Test
  void muchOutputComesWhole() {
    var ran = bench.run("environment.yml", "sh", "-c", "seq 1 200000");
    assertTrue(ran.out().endsWith("199999\n200000\n"), () -> "" + ran.out().length());
    assertEquals(200_000, ran.out().lines().count());
  }

  @Test
  @Timeout(60)
  void aCommandWhoseOutputNobodyReadsIsStopped() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var streams = new Streams(Optional.empty(), closed, new ByteArrayOutputStream());
    var ran = bench.run("environment.yml", false, streams, Progress.unwatched(), "yes");
    assertEquals(141, ran.end().orElseThrow().status());
    assertEquals("", containers());
  }

  @Test
  void theVariablesOfAV1DefinitionAreSet() {
    bench.file(
        "azureml_environment.json",
        """
        {"name": "old", "docker": {"baseImage": "%s"},
         "python": {"userManagedDependencies": true},
         "environmentVariables": {"MODE": "fast one"}}
        """
            .formatted(Bench.BASE));
    assertEquals(
        "fast one\n", bench.run("azureml_environment.json", "sh", "-c", "echo \"$MODE\"").out());
  }

  @Test
  void whatIsNotThereIsToldApartFromACommandThatFails() {
    var missing =
        assertThrows(RunFault.class, () -> bench.run("environment.yml", "pythn", "train.py"));
    assertEquals(RunFault.NOT_FOUND, missing.status());
    assertTrue(missing.getMessage().contains("no program 'pythn'"), missing.getMessage());
    var data = assertThrows(RunFault.class, () -> bench.run("environment.yml", "/etc/data"));
    assertEquals(RunFault.NOT_EXECUTABLE, data.status());
    var named = assertThrows(RunFault.class, () -> bench.run("environment.yml", "/etc/passwd"));
    assertEquals(RunFault.NOT_EXECUTABLE, named.status());
    assertEquals(
        List.of(Optional.of(126), Optional.of(126), Optional.of(127)),
        bench.runs().list(9, Optional.empty()).items().stream()
            .map(run -> run.end().map(RunRecord.End::status))
            .toList());
    assertEquals("", containers());
  }

  @Test
  void stoppingRemovesTheContainer() throws Exception {
    var stopping = new Stopping();
    var running =
        CompletableFuture.supplyAsync(
            () ->
                bench.run(
                    "environment.yml", false, "", stopping, "sh", "-c", "touch on; sleep 600"));
    var deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!Files.exists(folder.resolve("on"))) {
      assertTrue(Instant.now().isBefore(deadline) && !running.isDone(), "it doesn't start");
      Thread.onSpinWait();
    }
    stopping.stop();
    var end = assertThrows(CompletionException.class, running::join);
    assertEquals(CancellationException.class, end.getCause().getClass());
    assertEquals("", containers());
    assertEquals(Optional.of(130), bench.runs().find("1").end().map(RunRecord.End::status));
  }

  @Test
  void eachRunIsRememberedWithItsVersionAndImage() {
    bench.run("environment.yml", "hello", "one", "--api-key", "s3cret", "--password=s3cret");
    bench.file("environment.yml", ENVIRONMENT + "version: 7\ndescription: more\n");
    bench.run("environment.yml", "hello", "two");
    var runs = bench.runs().list(1, Optional.empty());
    assertEquals(List.of("hello", "two"), runs.items().get(0).what().command());
    var first = bench.runs().list(1, runs.next());
    assertEquals(Optional.empty(), first.next());
    var what = first.items().get(0).what();
    assertEquals(List.of("hello", "one", "--api-key", "***", "--password=***"), what.command());
    assertEquals("train:1", what.environment().label());
    assertEquals(folder.toString(), what.folder());
    assertEquals(
        DockerEngine.shared().docker("inspect", "--format", "{{.Id}}", Bench.BASE),
        what.image().orElseThrow().digest());
    assertEquals(
        bench.workspace().find(what.environment()).orElseThrow().content().hash(), what.hash());
  }

  @Test
  void aRunsEnvironmentIsWrittenBackAsItWas() {
    bench.run("environment.yml", "hello");
    bench.file("environment.yml", "name: train\nimage: other:2\n");
    Path yaml = bench.runs().restore("1", folder.resolve("back"));
    assertEquals(ENVIRONMENT, bench.text(folder.relativize(yaml).toString()));
  }

  @Test
  void anUnknownRunIsAnsweredWithThoseNearby() {
    var none = assertThrows(RunFault.class, () -> bench.runs().restore("1", folder));
    assertEquals("There is no run 1. Nothing was run yet.", none.getMessage());
    for (int i = 0; i < 4; i++) {
      bench.run("environment.yml", "hello");
    }
    var far = assertThrows(RunFault.class, () -> bench.runs().restore("12", folder));
    assertEquals("There is no run 12. The nearest: 2, 3, 4.", far.getMessage());
    assertThrows(RunFault.class, () -> bench.runs().restore("last", folder));
  }

  @Test
  void aSecretInTheDefinitionIsRefusedBeforeAnythingRuns() {
    bench.file(
        "environment.yml",
        "name: train\nimage: %s\nconda_file:\n  channels: ['https://u:s3cretpw@h.example/c']\n  dependencies: [python=3.10]\n"
            .formatted(Bench.BASE));
    var refused = assertThrows(WorkspaceFault.class, () -> bench.run("environment.yml", "hello"));
    assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    assertEquals(List.of(), bench.runs().list(9, Optional.empty()).items());
  }

  @Test
  void anEngineThatCannotSeeTheFolderIsRefused() {
    try (var elsewhere = new Bench(folder, "tcp://docker.example.com:2375", "")) {
      var refused = assertThrows(RunFault.class, () -> elsewhere.run("environment.yml", "hello"));
      assertTrue(refused.getMessage().contains("on another machine"), refused.getMessage());
    }
  }

  @Test
  void noEngineIsSaidSo() {
    try (var without = new Bench(folder, "unix://" + folder.resolve("none.sock"), "")) {
      assertThrows(EngineFault.class, () -> without.run("environment.yml", "hello"));
    }
  }
}
