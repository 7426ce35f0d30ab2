package dev.envlens.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.database.Database;
import dev.envlens.docker.DockerConnection;
import dev.envlens.docker.EngineFault;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.progress.Progress;
import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

  private static final String OWN = "/azureml-envs/azureml_0123";
  private static final String HASH = "ab".repeat(32);
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static DockerConnection docker;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeImages() throws IOException {
    var engine = DockerEngine.shared();
    docker = connection(engine.host());
    engine.base("contents-base:1", files());
    // The second layer deletes a package, changes another, and has links and strange names.
    Files.writeString(
        folder.resolve("Dockerfile"),
        """
        FROM contents-base:1
        LABEL team=research
        ENV AZUREML_CONDA_ENVIRONMENT_PATH=%s
        RUN rm -r %s/lib/python3.11/site-packages/gone-1.0.dist-info \\
         && rm %s/conda-meta/removed-2.0-0.json \\
         && ln -s /etc/passwd %s/conda-meta/link-1.0-0.json \\
         && mkdir -p "/strange/..conda-meta" /opt/conda/conda-meta/folder-1.0-0.json \\
         && touch "/strange/a b'\\"c.json"
        """
            .formatted(OWN, OWN, OWN, OWN));
    engine.docker("build", "--network", "host", "-t", Images.reference(HASH), folder.toString());
    engine.docker("import", empty().toString(), "contents-empty:1");
  }

  private static Path empty() throws IOException {
    Path tar = folder.resolve("empty.tar");
    Files.write(tar, new byte[10240]);
    return tar;
  }

  private static DockerConnection connection(String host) {
    return DockerConnection.to(
        new MachineSettings(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(host),
            Map.of()));
  }

  @AfterAll
  static void closeConnection() throws IOException {
    docker.close();
  }

  private static Map<String, String> files() {
    var files = new HashMap<String, String>();
    conda(
        files,
        OWN,
        "python",
        "3.11.9",
        "https://conda.anaconda.org/conda-forge/linux-64",
        "python=3.11");
    conda(files, OWN, "numpy", "1.26.4", "conda-forge", "None");
    conda(files, OWN, "removed", "2.0", "conda-forge", "removed");
    conda(files, "/opt/conda", "conda", "24.1.0", "https://repo.anaconda.com/pkgs/main/noarch", "");
    files.put(OWN + "/conda-meta/broken-1-0.json", "{\"name\": \"bro");
    files.put(OWN + "/conda-meta/history", "==> not a package <==");
    String site = OWN + "/lib/python3.11/site-packages/";
    python(files, site + "numpy-1.26.4.dist-info/", "numpy", "1.26.4", "conda\n");
    python(files, site + "azure_core-1.30.1.dist-info/", "azure-core", "1.30.1", "pip\n");
    python(files, site + "gone-1.0.dist-info/", "gone", "1.0", "pip\n");
    files.put(
        site + "old_style-0.9-py3.11.egg-info",
        "Metadata-Version: 1.0\nName: old-style\nVersion: 0.9\n");
    files.put(
        site + "develop.egg-info/PKG-INFO", "Name: develop\r\nVersion: 2.1\r\n\r\nName: wrong\n");
    // What conda keeps to install from isn't installed.
    python(
        files, "/opt/conda/pkgs/x-1/lib/python3.11/site-packages/x-1.dist-info/", "x", "1", "pip");
    files.put(
        "/var/lib/dpkg/status",
        """
        Package: zlib1g
        Status: install ok installed
        Version: 1:1.2.13
        Description: compression
         Version: not this one

        Package: curl
        Status: deinstall ok config-files
        Version: 7.88
        """);
    files.put("/etc/os-release", "NAME=\"Test\"\nPRETTY_NAME=\"Test Linux 1\"\n");
    return files;
  }

  private static void conda(
      Map<String, String> files,
      String prefix,
      String name,
      String version,
      String channel,
      String asked) {
    files.put(
        prefix + "/conda-meta/" + name + "-" + version + "-0.json",
        """
        {"build": "0", "files": [{"name": "wrong"}, "lib/a"], "name": "%s", "version": "%s",
         "channel": "%s", "requested_spec": "%s", "link": {"version": "9"}}
        """
            .formatted(name, version, channel, asked));
  }

  private static void python(
      Map<String, String> files, String folder, String name, String version, String installer) {
    files.put(
        folder + "METADATA",
        "Metadata-Version: 2.1\nName: %s\nVersion: %s\n\nText\nName: wrong\n"
            .formatted(name, version));
    files.put(folder + "INSTALLER", installer);
    files.put(folder + "RECORD", "a,b,c\n");
  }

  private static String words(FoundPackage found) {
    var installed = found.installed();
    return "%s %s %s %s %s%s"
        .formatted(
            installed.origin(),
            installed.name(),
            installed.version(),
            installed.channel().orElse("-"),
            found.prefix(),
            found.requested() ? " requested" : "");
  }

  private static LocalImageReader reader() {
    return new LocalImageReader(docker, Duration.ofMinutes(2));
  }

  private static String containers() {
    return DockerEngine.shared().docker("ps", "-aq", "--filter", "label=dev.envlens.purpose");
  }

  @Test
  void findsThePackagesThatAreReallyThere() {
    var contents = reader().contents(Images.reference(HASH), Progress.unwatched()).orElseThrow();
    assertEquals(
        """
        CONDA numpy 1.26.4 conda-forge /azureml-envs/azureml_0123
        CONDA python 3.11.9 conda-forge /azureml-envs/azureml_0123 requested
        PIP azure-core 1.30.1 - /azureml-envs/azureml_0123
        PIP develop 2.1 - /azureml-envs/azureml_0123
        PIP old-style 0.9 - /azureml-envs/azureml_0123
        CONDA conda 24.1.0 pkgs/main /opt/conda
        DPKG zlib1g 1:1.2.13 - /
        """,
        contents.packages().stream()
            .map(found -> words(found) + "\n")
            .collect(Collectors.joining()));
    assertEquals(Optional.of(OWN), contents.prefix());
    assertEquals(Optional.of("3.11.9"), contents.python());
    assertEquals(Optional.of("Test Linux 1"), contents.os());
    assertEquals(
        List.of("numpy", "python", "azure-core", "develop", "old-style", "zlib1g"),
        contents.own().stream().map(InstalledPackage::name).toList());
    assertEquals("", containers());
  }

  @Test
  void anImageWithNothingInItHasNoPackages() {
    var contents = reader().contents("contents-empty:1", Progress.unwatched()).orElseThrow();
    assertEquals(List.of(), contents.packages());
    assertEquals(Optional.empty(), contents.prefix());
  }

  @Test
  void saysWhatTheEngineKnows() {
    var details = reader().details(Images.reference(HASH)).orElseThrow();
    assertEquals(2, details.layers());
    assertEquals("research", details.labels().get("team"));
    assertEquals("linux", details.platform().os());
    assertTrue(details.size() > 100_000, details.size() + " bytes");
    assertTrue(
        details.steps().get(details.steps().size() - 1).contains("rm -r"), details.toString());
    assertEquals(Optional.empty(), reader().details("contents-none:1"));
    assertEquals(Optional.empty(), reader().contents("contents-none:1", Progress.unwatched()));
  }

  @Test
  void cancelledReadingLeavesNoContainer() {
    var cancelled =
        new Progress() {
          private int asked;

          @Override
          public void step(String title, int percent) {}

          @Override
          public void line(String line) {}

          @Override
          public boolean isCancelled() {
            return ++asked > 5;
          }

          @Override
          public void whenCancelled(Runnable action) {}
        };
    assertThrows(
        CancellationException.class, () -> reader().contents(Images.reference(HASH), cancelled));
    assertEquals("", containers());
  }

  @Test
  void readingThatTakesTooLongIsGivenUp() {
    var hasty = new LocalImageReader(docker, Duration.ZERO);
    var fault =
        assertThrows(
            EngineFault.class, () -> hasty.contents(Images.reference(HASH), Progress.unwatched()));
    assertTrue(fault.getMessage().contains("took longer than 0 seconds"), fault.getMessage());
    assertEquals("", containers());
  }

  @Test
  void anEngineThatIsNotThereIsSaid() throws IOException {
    try (var nowhere = connection("unix://" + folder.resolve("nowhere.sock"))) {
      var fault =
          assertThrows(
              EngineFault.class,
              () -> new LocalImageReader(nowhere, Duration.ofMinutes(1)).details("a"));
      assertTrue(fault.getMessage().contains("doesn't answer. Start Docker"), fault.getMessage());
    }
  }

  @Test
  void whatIsReadIsKept() {
    try (var database = Database.open(folder.resolve("kept.db"))) {
      var records = new ImageRecords(database);
      var images = new Images(ImagesTest::reader, () -> records, NOW);
      var base = Optional.of(new BuiltImage.Base("contents-base:1", "sha256:" + "1".repeat(64)));
      var record =
          images.record(HASH, Images.reference(HASH), base, Progress.unwatched()).orElseThrow();
      assertEquals(record, records.find(HASH).orElseThrow());
      assertEquals(record, records.find(HASH.substring(0, 32)).orElseThrow());
      var created = reader().details(Images.reference(HASH)).orElseThrow().created().orElseThrow();
      assertEquals(
          created.truncatedTo(ChronoUnit.MILLIS), images.known(HASH).orElseThrow().built());
      assertEquals(base, images.known(HASH).orElseThrow().base());
      assertTrue(
          images.known(HASH).orElseThrow().packages().stream()
              .anyMatch(
                  found -> found.origin() == Origin.CONDA && found.version().equals("1.26.4")));
      // Recorded, so the engine's images aren't read again.
      var unread =
          new Images(() -> new LocalImageReader(docker, Duration.ZERO), () -> records, NOW);
      var report = unread.ofHash(HASH, Progress.unwatched());
      assertEquals(base, report.base());
      assertEquals(3, report.count(Origin.PIP));
      assertEquals("3.11.9", report.description(true).get("python"));
      records.forget(HASH);
      assertEquals(Optional.empty(), records.find(HASH));
      assertFalse(images.ofHash("cd".repeat(32), Progress.unwatched()).exists());
    }
  }
}
