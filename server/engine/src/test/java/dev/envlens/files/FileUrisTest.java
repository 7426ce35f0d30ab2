package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrisTest {

  @ParameterizedTest
  @CsvSource({
    "file:///c%3A/envs/train.yml, c:\\envs\\train.yml",
    "file:///C:/envs/train.yml, C:\\envs\\train.yml",
    "file:/C:/x, C:\\x",
    "file://localhost/C:/x, C:\\x",
    "file:///c%3A, c:\\",
    "file:///c:/, c:\\",
    "file://c:/x, c:\\x",
    "file:///c%3A/my%20envs/a%2Bb+c.yml, c:\\my envs\\a+b+c.yml",
    "file:///c%3A/%C3%A9.yml, c:\\é.yml",
    "file://server/share/x.yml, \\\\server\\share\\x.yml",
    "file://wsl.localhost/Ubuntu/home/x, \\\\wsl.localhost\\Ubuntu\\home\\x",
    "FILE:///c:/x, c:\\x",
  })
  void aWindowsUriNamesAPath(String uri, String path) {
    assertEquals(Optional.of(path), FileUris.windowsPath(URI.create(uri)));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///data/me/train.yml, file:///data/me/train.yml",
    "file:/data/me/train.yml, file:///data/me/train.yml",
    "file://localhost/home/x, file:///home/x",
    "file:///my%20envs/a%2Bb+c.yml, file:///my%20envs/a%2Bb+c.yml",
    "file:///é.yml, file:///%C3%A9.yml",
    // A letter and its accent stay two code points: the file system tells them from one.
    "file:///e\u0301.yml, file:///e%CC%81.yml",
    "file:///x.yml#fragment, file:///x.yml",
  })
  void aUnixUriKeepsTheBytesOfAName(String uri, String plain) {
    assertEquals(Optional.of(URI.create(plain)), FileUris.unixUri(URI.create(uri)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "vscode-remote://ssh/x.yml",
        "file:relative.yml",
        "file:///nul%00byte",
        "https://example.com/x.yml",
        "relative.yml"
      })
  void whatNamesNoFileHasNoPath(String uri) {
    assertEquals(Optional.empty(), FileUris.toPath(URI.create(uri)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.yml", "my envs/a+b%20.yml", "x#1?.yml", "[a].yml"})
  void aPathComesBack(String name) {
    Path path = Path.of(name).toAbsolutePath();
    assertEquals(Optional.of(path), FileUris.toPath(FileUris.of(path)));
  }

  @Test
  void aRelativePathIsMadeAbsolute() {
    assertEquals(Path.of("x.yml").toAbsolutePath().toUri(), FileUris.of(Path.of("a/../x.yml")));
  }
}
