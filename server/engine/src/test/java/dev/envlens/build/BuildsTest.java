package dev.envlens.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.build.BuildResult.Outcome;
import dev.envlens.buildlog.Kind;
import dev.envlens.docker.EngineFault;
import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {

  private static final DockerEngine ENGINE = DockerEngine.shared();

  @TempDir Path folder;
  private Bench bench;

  @BeforeAll
  static void makeBases() {
    ENGINE.base("build/plain:1", Map.of("/etc/base", "plain\n"));
    ENGINE.base("build/conda:1", Map.of("/bin/conda", Bench.CONDA));
  }

  @BeforeEach
  void open() {
    bench = new Bench(folder, Map.of("DOCKER_HOST", ENGINE.host()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String in(String image, String... command) {
    List<String> line = new ArrayList<>(List.of("run", "--rm", "--network", "none", image));
    line.addAll(List.of(command));
    return ENGINE.docker(line.toArray(String[]::new));
  }

  private static String tags(BuildResult result) {
    return ENGINE.docker("images", "--format", "{{.Tag}}", result.hash().repository());
  }

  @Test
  void buildsTheImageAndTheCondaEnvironmentOnTop() {
    bench.file(
        "env.yml",
        """
        name: train
        version: 3
        image: build/conda:1
        conda_file:
          channels: [conda-forge]
          dependencies: [python=3.10, pip, {pip: ['numpy==1.26.4']}]
          variables: {GREETING: 'say "hi" for $5'}
        """);
    var result = bench.build("env.yml");
    assertEquals(Outcome.BUILT, result.outcome());
    String prefix = "/azureml-envs/azureml_" + result.hash().hex().substring(0, 32);
    assertEquals(
        """
        channels:
          - conda-forge
        dependencies:
          - python=3.10
          - pip
          - pip:
              - numpy==1.26.4""",
        in(result.image().reference(), "cat", prefix + "/conda-meta/installed.yml"));
    assertEquals("in " + prefix, in(result.image().reference(), "stand-in"));
    assertEquals(
        "say \"hi\" for $5|True|" + prefix + "|" + prefix + "/lib",
        in(
            result.image().reference(),
            "sh",
            "-c",
            "echo \"$GREETING|$AZUREML_ENVIRONMENT_IMAGE|$AZUREML_CONDA_ENVIRONMENT_PATH|$LD_LIBRARY_PATH\""));
    assertEquals(
        result.hash().canonicalJson() + "|" + result.hash().hex() + "|train:3|env.yml",
        ENGINE.docker(
            "inspect",
            "--format",
            "{{index .Config.Labels \"dev.envlens.definition\"}}|{{index .Config.Labels \"dev.envlens.hash\"}}|{{index .Config.Labels \"dev.envlens.environment\"}}|{{index .Config.Labels \"dev.envlens.source\"}}",
            result.image().reference()));
  }

  @Test
  void whatIsCachedIsNotBuiltAgain() {
    bench.file("env.yml", "name: a\nimage: build/plain:1\ntags: {x: y}\n");
    var first = bench.build("env.yml");
    bench.file("env.yml", "name: b\nimage: build/plain:1\n");
    var second = bench.build("env.yml");
    assertEquals(Outcome.CACHED, second.outcome());
    assertEquals(first.image().id(), second.image().id());
    assertEquals(List.of(), second.steps());
    assertEquals(1, bench.machine.builds().records().of(first.hash().hex(), 9).size());
  }

  @Test
  void buildsAContextWithWhatIgnoreFilesLeave() {
    bench
        .file("env.yml", "name: docker\nbuild: {path: context}\n")
        .file(
            "context/Dockerfile",
            "FROM build/plain:1\nWORKDIR /all\nCOPY . .\nRUN ./run.sh > said\n")
        .file("context/run.sh", "#!/bin/sh\necho ran\n")
        .file("context/ä/deep.txt", "deep\n")
        .file("context/secret.key", "not to be sent\n")
        .file("context/.dockerignore", "*.key\nDockerfile\n.dockerignore\n");
    assertTrue(bench.path("context/run.sh").toFile().setExecutable(true));
    link("context/link", "ä/deep.txt");
    var result = bench.build("env.yml");
    assertEquals(
        "4\nran\ndeep\nä/deep.txt",
        in(result.image().reference(), "sh", "-c", "ls -A | wc -l; cat said link; readlink link"));
    assertEquals(4, result.steps().stream().filter(step -> step.number() <= 4).count());
  }

  private void link(String path, String target) {
    try {
      Files.createSymbolicLink(bench.path(path), Path.of(target));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFileThatChangesMeanwhileEndsTheBuild() {
    bench
        .file("env.yml", "name: docker\nbuild: {path: context}\n")
        .file("context/Dockerfile", "FROM build/plain:1\nCOPY . .\n")
        .file("context/data", "as it was hashed\n");
    var request = bench.request("env.yml");
    request.surroundings().context(bench.path("context").toUri());
    var hash = BuildPlan.of(request.definition(), request.surroundings()).hash();
    bench.file("context/data", "as it is now, longer\n");
    var failure = assertThrows(BuildFailure.class, () -> bench.build(request, new Bench.Watched()));
    assertTrue(failure.getMessage().contains("'data' changed"), failure::getMessage);
    assertEquals("", ENGINE.docker("images", "-q", hash.repository()));
  }

  @Test
  void aStepThatFailsIsSaidWhereItIsWritten() throws IOException {
    bench
        .file("env.yml", "name: docker\nbuild: {path: context}\n")
        .file("context/Dockerfile", "FROM build/plain:1\nRUN echo one\nRUN echo two && exit 7\n");
    var failure = assertThrows(BuildFailure.class, () -> bench.build("env.yml"));
    var details = failure.details();
    assertEquals(3, details.step().orElseThrow().number());
    assertTrue(details.problem().place().file().getPath().endsWith("/context/Dockerfile"));
    assertTrue(details.problem().tail().contains("two"), () -> details.problem().tail().toString());
    assertTrue(Files.readString(details.log()).contains("Step 3/"));
    var hash =
        BuildPlan.of(bench.request("env.yml").definition(), bench.request("env.yml").surroundings())
            .hash();
    var record = bench.machine.builds().records().lastFailure(hash.hex()).orElseThrow();
    assertEquals(details.build(), record.id());
    assertEquals(3, record.steps().size());
    assertEquals("", ENGINE.docker("images", "-q", hash.repository()));
  }

  @Test
  void aPackageThatThereIsNotIsFoundInTheDefinition() {
    bench.file(
        "env.yml",
        """
        name: train
        image: build/conda:1
        conda_file:
          dependencies:
            - no-such-package
        """);
    var failure = assertThrows(BuildFailure.class, () -> bench.build("env.yml"));
    assertEquals("conda-package-not-found", failure.details().problem().kind().word());
    assertEquals(67, failure.details().problem().place().range().start(), failure::getMessage);
  }

  @Test
  void aBaseImageWithoutCondaIsSaid() {
    bench.file(
        "env.yml", "name: t\nimage: build/plain:1\nconda_file: {dependencies: [python=3.9]}\n");
    var failure = assertThrows(BuildFailure.class, () -> bench.build("env.yml"));
    assertEquals("conda-not-installed", failure.details().problem().kind().word());
  }

  @Test
  void secretsAreMaskedInTheLog() throws IOException {
    bench
        .file("env.yml", "name: docker\nbuild: {path: context}\n")
        .file(
            "context/Dockerfile",
            "FROM build/plain:1\nRUN echo https://me:$(echo hunter)2@example.com/x && exit 1\n");
    var watched = new Bench.Watched();
    var failure =
        assertThrows(BuildFailure.class, () -> bench.build(bench.request("env.yml"), watched));
    assertTrue(watched.lines.contains("https://me:***@example.com/x"), watched.lines::toString);
    assertFalse(Files.readString(failure.details().log()).contains("hunter2@"));
  }

  @Test
  void pushesAndPullsFromTheRegistryOnceTheImageIsGone() {
    try (var registry = OciRegistry.own();
        var pushing =
            new Bench(
                folder,
                Map.of("DOCKER_HOST", ENGINE.host(), "ENVLENS_REGISTRY", registry.address()))) {
      pushing.file("env.yml", "name: pushed\nbuild: {path: pushed}\n");
      pushing.file("pushed/Dockerfile", "FROM build/plain:1\nRUN echo pushed > /pushed\n");
      var built = pushing.build(Bench.pushing(pushing.request("env.yml")), new Bench.Watched());
      String reference = registry.address() + "/" + built.hash().repository() + ":latest";
      assertEquals(reference, built.image().pushed().orElseThrow());
      ENGINE.docker("rmi", "-f", built.image().id());
      assertEquals("", ENGINE.docker("images", "-q", built.hash().repository()));

      var pulled = pushing.build("env.yml");
      assertEquals(Outcome.PULLED, pulled.outcome());
      assertEquals(built.image().digest(), pulled.image().digest());
      assertEquals("pushed", in(pulled.image().reference(), "cat", "/pushed"));

      ENGINE.docker("rmi", "-f", built.image().id());
      registry.stop();
      var watched = new Bench.Watched();
      var again = pushing.build(pushing.request("env.yml"), watched);
      assertEquals(Outcome.BUILT, again.outcome());
      assertTrue(
          watched.lines.stream().anyMatch(line -> line.endsWith("Building instead.")),
          watched.lines::toString);
      var request = Bench.pushing(pushing.request("env.yml"));
      assertThrows(EngineFault.class, () -> pushing.build(request, new Bench.Watched()));
    }
  }

  @Test
  void aRebuildKeepsTheOldImage() {
    bench.file("env.yml", "name: again\nbuild: {path: again}\n");
    bench.file("again/Dockerfile", "FROM build/plain:1\nRUN cat /proc/uptime > /when\n");
    var first = bench.build("env.yml");
    var request = Bench.again(bench.request("env.yml"));
    assertEquals(
        List.of(),
        bench.machine.builds().preview(request).floatingBases().stream()
            .filter(String::isEmpty)
            .toList());
    assertTrue(bench.machine.builds().preview(request).exists());
    var second = bench.build(request, new Bench.Watched());
    assertEquals(Outcome.BUILT, second.outcome());
    assertNotEquals(first.image().id(), second.image().id());
    assertEquals(2, tags(second).lines().count(), tags(second));
    assertEquals(
        first.image().id(),
        ENGINE.docker("inspect", "--format", "{{.Id}}", second.replaced().orElseThrow()));
  }

  @Test
  void cancellingEndsTheStepAndNamesNothing() {
    bench.file("env.yml", "name: slow\nbuild: {path: slow}\n");
    bench.file("slow/Dockerfile", "FROM build/plain:1\nRUN echo sleeping && exec sleep 600\n");
    var watched = Bench.Watched.cancelledAt("sleeping");
    assertThrows(CancellationException.class, () -> bench.build(bench.request("env.yml"), watched));
    assertEquals(
        "", ENGINE.docker("ps", "-aq", "--no-trunc", "--filter", "ancestor=build/plain:1"));
    var request = bench.request("env.yml");
    var hash = BuildPlan.of(request.definition(), request.surroundings()).hash();
    assertEquals("", ENGINE.docker("images", "-q", hash.repository()));
    assertEquals(
        BuildRecord.Outcome.CANCELLED,
        bench.machine.builds().records().of(hash.hex(), 1).get(0).outcome());
  }

  @Test
  void ofTwoWhoBuildOneHashOneBuilds() {
    bench.file("env.yml", "name: both\nbuild: {path: both}\n");
    bench.file("both/Dockerfile", "FROM build/plain:1\nRUN sleep 1 && cat /proc/uptime > /when\n");
    try (var other = new Bench(folder, Map.of("DOCKER_HOST", ENGINE.host()))) {
      var first = CompletableFuture.supplyAsync(() -> bench.build("env.yml"));
      var second = CompletableFuture.supplyAsync(() -> other.build("env.yml"));
      var third = CompletableFuture.supplyAsync(() -> bench.build("env.yml"));
      var outcomes =
          List.of(first.join().outcome(), second.join().outcome(), third.join().outcome());
      assertEquals(1, outcomes.stream().filter(Outcome.BUILT::equals).count(), outcomes::toString);
      assertEquals(2, outcomes.stream().filter(Outcome.CACHED::equals).count());
      assertEquals(first.join().image().id(), second.join().image().id());
    }
  }

  @Test
  void ofTwoProcessesOneBuilds() throws IOException {
    bench.file("env.yml", "name: both\nbuild: {path: both}\n");
    bench.file("both/Dockerfile", "FROM build/plain:1\nRUN sleep 2 && cat /proc/uptime > /who\n");
    var other = OtherProcess.start(folder, ENGINE.host(), "env.yml");
    var third = OtherProcess.start(folder, ENGINE.host(), "env.yml");
    var outcomes =
        Stream.of(
                bench.build("env.yml").outcome().name(),
                OtherProcess.outcome(other),
                OtherProcess.outcome(third))
            .sorted()
            .toList();
    assertEquals(List.of("BUILT", "CACHED", "CACHED"), outcomes);
  }

  @Test
  void losingTheEngineLeavesNoName() {
    try (var engine = DockerEngine.own();
        var own = new Bench(folder, Map.of("DOCKER_HOST", engine.host()))) {
      engine.base("build/plain:1", Map.of());
      own.file("env.yml", "name: lost\nbuild: {path: lost}\n");
      own.file("lost/Dockerfile", "FROM build/plain:1\nRUN echo sleeping && exec sleep 600\n");
      var watched = Bench.Watched.at("sleeping", engine::kill);
      var fault = assertThrows(EngineFault.class, () -> own.build(own.request("env.yml"), watched));
      assertTrue(fault.getMessage().contains(engine.host()), fault::getMessage);
      assertThrows(EngineFault.class, () -> own.build("env.yml"));
      engine.start();
      engine.docker("system", "prune", "-f");
      assertEquals("", engine.docker("images", "-q", "--filter", "label=dev.envlens.hash"));
      own.file("lost/Dockerfile", "FROM build/plain:1\nRUN echo awake\n");
      assertEquals(Outcome.BUILT, own.build("env.yml").outcome());
    }
  }

  @Test
  void whatNeedsBuildKitIsBuiltWithIt() {
    bench.file("env.yml", "name: kit\nbuild: {path: kit, dockerfile_path: docker/Dockerfile}\n");
    bench.file("kit/file", "content\n");
    bench.file(
        "kit/docker/Dockerfile",
        "FROM build/plain:1\nCOPY file /file\nRUN --mount=type=cache,target=/c echo kit > /kit\n");
    var watched = new Bench.Watched();
    var result = bench.build(bench.request("env.yml"), watched);
    assertEquals("kit\ncontent", in(result.image().reference(), "cat", "/kit", "/file"));
    assertTrue(
        result.steps().stream().anyMatch(step -> step.instruction().startsWith("RUN --mount")),
        () -> result.steps().toString());
    assertEquals(
        result.hash().hex(),
        ENGINE.docker(
            "inspect",
            "--format",
            "{{index .Config.Labels \"dev.envlens.hash\"}}",
            result.image().reference()));
    bench.file(
        "kit/docker/Dockerfile",
        "FROM build/plain:1\nRUN --mount=type=cache,target=/c echo broken && exit 3\n");
    var failure = assertThrows(BuildFailure.class, () -> bench.build("env.yml"));
    assertTrue(
        failure.details().problem().place().file().getPath().endsWith("Dockerfile"),
        () -> failure.details().problem().toString());
    assertEquals(2, failure.details().step().orElseThrow().number());
  }

  @Test
  void withoutBuildKitThatIsSaidFirst() {
    try (var poor =
        new Bench(folder, Map.of("DOCKER_HOST", ENGINE.host(), "PATH", folder.toString()))) {
      poor.file("env.yml", "name: kit\nbuild: {path: kit}\n");
      poor.file("kit/Dockerfile", "FROM build/plain:1\nRUN --mount=type=cache,target=/d true\n");
      var refused = assertThrows(BuildRefused.class, () -> poor.build("env.yml"));
      assertTrue(refused.getMessage().contains("'RUN --mount'"), refused::getMessage);
    }
  }

  @Test
  @Timeout(120)
  void cancellingBuildKitEndsItToo() {
    bench.file("env.yml", "name: kit\nbuild: {path: kit}\n");
    bench.file(
        "kit/Dockerfile",
        "FROM build/plain:1\nRUN --mount=type=cache,target=/c echo sleeping && exec sleep 601\n");
    var watched = new Bench.Watched();
    var request = bench.request("env.yml");
    var building = CompletableFuture.runAsync(() -> bench.build(request, watched));
    while (watched.lines.stream().noneMatch(line -> line.contains("RUN --mount"))) {
      Thread.onSpinWait();
    }
    watched.cancel();
    var failure = assertThrows(CompletionException.class, building::join);
    assertTrue(failure.getCause() instanceof CancellationException, failure::toString);
    var hash = BuildPlan.of(request.definition(), request.surroundings()).hash();
    assertEquals("", ENGINE.docker("images", "-q", hash.repository()));
  }

  @Test
  void aRegistryThatRefusesIsNotTakenForTheEngine() {
    bench.file("env.yml", "name: a\nimage: 127.0.0.1:1/nope/x:1\n");
    var failure = assertThrows(BuildFailure.class, () -> bench.build("env.yml"));
    assertEquals(
        Kind.REGISTRY_UNREACHABLE, failure.details().problem().kind(), failure::getMessage);
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsSaid() {
    bench
        .file("env.yml", "name: a\nbuild: {path: unwritable}\n")
        .file("unwritable/Dockerfile", "FROM build/plain:1\nRUN echo nowhere to log\n")
        .file(".data/builds", "no folder");
    var refused = assertThrows(BuildRefused.class, () -> bench.build("env.yml"));
    assertTrue(refused.getMessage().contains(".data/builds"), refused.getMessage());
    assertTrue(refused.getMessage().contains("ENVLENS_DATA"), refused.getMessage());
  }
}
