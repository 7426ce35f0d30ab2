package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
      List.of("envlens", "java", "start", "memory", "system", "file names", "text", "git");

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
    assertTrue(text.contains("\n!!  file names  ANSI_X3.4-1968\n"), text);
    assertTrue(text.contains("Set LC_ALL to C.UTF-8."), text);
    assertTrue(text.endsWith("\nNot all is well.\n"), text);
  }

  @Test
  void findsPrograms() throws Exception {
    var git = Files.createFile(folder.resolve("git"));
    assertTrue(git.toFile().setExecutable(true));
    var text = examine("UTF-8", "Linux", 0, "text");
    assertTrue(text.contains("ok  git         " + git + "\n"), text);
    assertTrue(text.startsWith("ok  envlens     1.2.3, "), text);
    assertTrue(text.endsWith("\nAll is well.\n"), text);
  }

  private String examine(String encoding, String system, int status, String format) {
    var properties = new Properties();
    properties.putAll(System.getProperties());
    properties.setProperty("sun.jnu.encoding", encoding);
    properties.setProperty("os.name", system);
    var doctor = new Doctor("1.2.3", Map.of("PATH", folder.toString()), properties);
    var out = new ByteArrayOutputStream();
    var shell =
        new Shell(
            folder, InputStream.nullInputStream(), out, new PrintStream(out, true), () -> false);
    var arguments = new CommandLine(doctor.spec()).parseArgs("--format", format);
    assertEquals(status, doctor.run(arguments, shell));
    return out.toString(StandardCharsets.UTF_8);
  }
}
