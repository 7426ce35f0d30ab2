package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {

  private static final List<String> NAMES =
      List.of(
          "envlens",
          "java",
          "start",
          "memory",
          "system",
          "file names",
          "text",
          "git",
          "docker",
          "containers",
          "buildkit",
          "registry",
          "curated registry",
          "workspace",
          "large files",
          "digests",
          "curated",
          "conda");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8, Linux, true", "ANSI_X3.4-1968, Linux, false", "Cp1252, Windows 11, true"})
  void fileNamesMustBeReadable(String encoding, String system, boolean fine) {
    var json = JsonMapper.shared().readTree(examine(encoding, system, fine ? 0 : 1, "json"));
    assertEquals(fine, json.path("fine").asBoolean());
    assertEquals(
        NAMES,
        json.path("signs")
            .valueStream()
            .map(sign -> sign.path("name"))
            .map(JsonNode::asString)
            .toList());
    var names = json.path("signs").path(NAMES.indexOf("file names"));
    assertEquals(encoding, names.path("value").asString());
    assertEquals(fine, names.path("fine").asBoolean());
    assertEquals(!fine, names.has("advice"));
  }

  @Test
  void saysWhatToDo() {
    var text = examine("ANSI_X3.4-1968", "Linux", 1, "text");
    assertTrue(text.contains("\n!!  file names        ANSI_X3.4-1968\n"), text);
    assertTrue(text.contains("Set LC_ALL to C.UTF-8."), text);
    assertTrue(text.endsWith("\nNot all is well.\n"), text);
  }

  @Test
  void findsPrograms() throws Exception {
    var git = Files.createFile(folder.resolve("git"));
    assertTrue(git.toFile().setExecutable(true));
    var text = examine("UTF-8", "Linux", 0, "text");
    assertTrue(text.contains("ok  git               " + git + "\n"), text);
    assertTrue(text.startsWith("ok  envlens           1.2.3, "), text);
    assertTrue(text.endsWith("\nAll is well.\n"), text);
  }

  @Test
  void whatThereIsIsSaidAndNothingIsMade() {
    var desk =
        new Desk(folder)
            .with("DOCKER_HOST", DockerEngine.shared().host())
            .with("DOCKER_CONFIG", folder.toString());
    assertFine("workspace", desk, "none yet");
    assertFalse(Files.exists(folder.resolve(".user")));
    assertFine("docker", desk, DockerEngine.shared().host());
    assertFine(
        "docker", desk, DockerEngine.shared().docker("version", "-f", "{{.Server.Version}}"));
    assertFine("curated", desk, "as shipped");
    String registry = OciRegistry.shared().address();
    assertFine("registry", desk.with("ENVLENS_REGISTRY", registry), registry + " answers");
    desk.file("environment.yml", Desk.GOOD).run("register", "environment.yml").exits(0);
    assertFine("workspace", desk, "whole");
  }

  @Test
  void containersThatAKilledEnvlensLeftAreNamed() {
    var engine = DockerEngine.shared();
    engine.base("doctor/base:1", Map.of());
    var desk = new Desk(folder).with("DOCKER_HOST", engine.host());
    String id =
        engine
            .docker("create", "--label", "dev.envlens.purpose=look inside", "doctor/base:1", "true")
            .substring(0, 12);
    String advice = sign("containers", desk).path("advice").asString();
    assertTrue(advice.contains("docker rm ") && advice.contains(id), advice);
    engine.docker("rm", id);
    assertFalse(sign("containers", desk).path("advice").asString("").contains(id));
  }

  @Test
  void whatIsDamagedOrSilentIsNamedInTime() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var desk =
          new Desk(folder)
              .with("DOCKER_HOST", "tcp://127.0.0.1:" + silent.getLocalPort())
              .with("DOCKER_CONFIG", folder.toString())
              .with("ENVLENS_REGISTRY", "127.0.0.1:" + silent.getLocalPort())
              .file(".user/data/workspace.db", "no database at all\n".repeat(100))
              .file(".user/data/curated.json", "{}");
      var signs =
          assertTimeout(Duration.ofSeconds(20), () -> desk.run("doctor", "--format", "json"));
      var ill =
          signs
              .exits(1)
              .json()
              .path("signs")
              .valueStream()
              .filter(sign -> !sign.path("fine").asBoolean())
              .map(sign -> sign.path("name").asString())
              .filter(name -> !name.equals("file names"))
              .toList();
      assertEquals(List.of("docker", "registry", "workspace", "curated"), ill);
    }
  }

  private static void assertFine(String name, Desk desk, String part) {
    var sign = sign(name, desk);
    assertTrue(sign.path("fine").asBoolean(), sign::toString);
    assertTrue(sign.path("value").asString().contains(part), sign::toString);
  }

  private static JsonNode sign(String name, Desk desk) {
    return desk.run("doctor", "--format", "json")
        .json()
        .path("signs")
        .valueStream()
        .filter(sign -> sign.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String examine(String encoding, String system, int status, String format) {
    var properties = new Properties();
    properties.putAll(System.getProperties());
    properties.setProperty("sun.jnu.encoding", encoding);
    properties.setProperty("os.name", system);
    var variables =
        Map.of(
            "PATH",
            folder.toString(),
            "DOCKER_HOST",
            DockerEngine.shared().host(),
            "ENVLENS_DATA",
            folder.resolve("data").toString(),
            "ENVLENS_CACHE",
            folder.resolve("cache").toString());
    var doctor =
        new Doctor("1.2.3", variables, properties, new MachineOptions(variables, Desk.NOW));
    var out = new ByteArrayOutputStream();
    var shell =
        new Shell(
            folder, InputStream.nullInputStream(), out, new PrintStream(out, true), () -> false);
    var arguments = new CommandLine(doctor.spec()).parseArgs("--format", format);
    assertEquals(status, doctor.run(arguments, shell));
    return out.toString(StandardCharsets.UTF_8);
  }
}
