package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenFilesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16BE, \uFEFF", "UTF-16LE, \uFEFF"})
  void theEncodingStays(String name, String mark) throws IOException {
    Path file = folder.resolve("a.yml");
    var charset = Charset.forName(name);
    Files.write(file, (mark + "name: caf\u00e9\r\n").getBytes(charset));
    assertEquals(Optional.empty(), WrittenFiles.replace(file, mark + "name: th\u00e9\r\n"));
    assertArrayEquals((mark + "name: th\u00e9\r\n").getBytes(charset), Files.readAllBytes(file));
  }

  @Test
  void permissionsStayAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("a.yml");
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    assertEquals(Optional.empty(), WrittenFiles.replace(file, "new"));
    assertEquals("rwxr-x--x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of(file), files());
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path file = folder.resolve("a.yml");
    Path link = folder.resolve("link.yml");
    Files.writeString(file, "old");
    Files.createSymbolicLink(link, Path.of("a.yml"));
    assertEquals(Optional.empty(), WrittenFiles.replace(link, "new"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void whatCannotBeWrittenSaysWhy() {
    assertTrue(WrittenFiles.replace(folder.resolve("missing.yml"), "new").isPresent());
    // Nobody, not even root, makes files there.
    assertTrue(WrittenFiles.replace(Path.of("/proc/version"), "new").isPresent());
  }

  private List<Path> files() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
