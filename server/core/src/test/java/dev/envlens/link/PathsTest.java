package dev.envlens.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

  private static String path(URI base, String written) {
    return Paths.resolve(base, written).map(URI::getPath).orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "conda.yml, /data/me/envs/conda.yml",
    "./conda.yml, /data/me/envs/conda.yml",
    "sub/./conda.yml, /data/me/envs/sub/conda.yml",
    "../conda.yml, /data/me/conda.yml",
    "../../../../conda.yml, /conda.yml",
    "sub/../conda.yml, /data/me/envs/conda.yml",
    "docker/, /data/me/envs/docker",
    "a//b, /data/me/envs/a/b",
    "., /data/me/envs",
    "'', /data/me/envs",
    "/opt/conda.yml, /opt/conda.yml",
    "/, /",
    "my conda.yml, /data/me/envs/my conda.yml",
    "100%.yml, /data/me/envs/100%.yml",
    "a%20b.yml, /data/me/envs/a%20b.yml",
    "a#b?c.yml, /data/me/envs/a#b?c.yml",
    "données-🐍.yml, /data/me/envs/données-🐍.yml",
    "a:b.yml, /data/me/envs/a:b.yml",
    "C:/x, /c:/x",
    "C:\\x\\y, /c:/x/y",
    "a\\b.yml, /data/me/envs/a\\b.yml",
    "file:conda.yml, /data/me/envs/conda.yml",
    "file:./conda.yml, /data/me/envs/conda.yml",
    "file:../conda.yml, /data/me/conda.yml",
    "file:/opt/conda.yml, /opt/conda.yml",
    "file:///opt/conda.yml, /opt/conda.yml",
  })
  void aPathMeansWhatItMeansInTheFilesFolder(String written, String expected) {
    assertEquals(expected, path(URI.create("file:///data/me/envs/train.yml"), written));
  }

  @ParameterizedTest
  @CsvSource({
    "conda.yml, file:///c:/envs/conda.yml",
    "..\\conda.yml, file:///c:/conda.yml",
    "..\\..\\..\\conda.yml, file:///c:/conda.yml",
    "sub\\conda.yml, file:///c:/envs/sub/conda.yml",
    "C:\\other\\conda.yml, file:///c:/other/conda.yml",
    "D:/other/conda.yml, file:///d:/other/conda.yml",
    "D:, file:///d:",
    "\\other\\conda.yml, file:///c:/other/conda.yml",
    "/other/conda.yml, file:///c:/other/conda.yml",
    "file:///D:/x.yml, file:///d:/x.yml",
    "file:sub\\x.yml, file:///c:/envs/sub/x.yml",
    "\\\\server\\share\\x.yml, file://server/share/x.yml",
    "//server/share/../x.yml, file://server/share/x.yml",
  })
  void onADriveWindowsRulesHold(String written, URI expected) {
    for (String base : new String[] {"file:///c%3A/envs/train.yml", "file:///C:/envs/train.yml"}) {
      URI resolved = Paths.resolve(URI.create(base), written).orElseThrow();
      assertEquals(expected, URI.create(resolved.toString().replace("///C:", "///c:")), base);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conda.yml, file://server/share/envs/conda.yml",
    "..\\conda.yml, file://server/share/conda.yml",
    "..\\..\\..\\conda.yml, file://server/share/conda.yml",
    "\\other\\x.yml, file://server/share/other/x.yml",
    // A drive is of this machine, whoever names it.
    "C:\\x.yml, file:///c:/x.yml",
  })
  void onAShareTheServerStays(String written, URI expected) {
    var base = URI.create("file://server/share/envs/train.yml");
    assertEquals(Optional.of(expected), Paths.resolve(base, written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "vscode-remote://ssh/x.yml",
        "https://example.com/x.yml",
        "file:relative.yml",
        "relative.yml",
      })
  void whatIsNoFileLeadsNowhere(URI base) {
    assertEquals(Optional.empty(), Paths.resolve(base, "conda.yml"));
    assertEquals(Optional.empty(), Paths.folder(base));
  }

  @Test
  void theSchemesLetterCaseIsFree() {
    assertEquals("/a/conda.yml", path(URI.create("FILE:///a/train.yml"), "conda.yml"));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///a, file:///a, true",
    "file:///a, file:///a/b, true",
    "file:///a/, file:///a/b/c, true",
    "file:///, file:///a, true",
    "file:///a, file:///ab, false",
    "file:///a/b, file:///a, false",
    "file:///a%20b, file:///a%20b/c, true",
    "file://server/a, file:///a/b, false",
    "file://server/a, file://server/a/b, true",
    "file://localhost/a, file:///a/b, true",
    "untitled:a, file:///a, false",
    "file:///a, untitled:a, false",
  })
  void withinIsTheFolderAndAllBelowIt(URI folder, URI file, boolean expected) {
    assertEquals(expected, Paths.isWithin(folder, file));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///a/b, file:///a/b/c/d.yml, c/d.yml",
    "file:///a/b/, file:///a/b/c, c",
    "file:///a/b, file:///a/b, .",
    "file:///a/b, file:///a, ..",
    "file:///a/b, file:///c/d, ../../c/d",
    "file:///, file:///a, a",
    "file:///a%20b, file:///a%20b/c%23d, c#d",
    "file:///c:/a, file:///c:/b, ../b",
    "file:///c:/a, file:///d:/b, d:/b",
    "file:///a, file://server/share/b, //server/share/b",
  })
  void aRelativePathLeadsFromOneToTheOther(URI folder, URI file, String expected) {
    assertEquals(expected, Paths.relative(folder, file));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///a/b.yml, b.yml",
    "file:///a/b/, b",
    "file:///, ''",
    "file:///a/x%20y.yml, x y.yml",
    "untitled:Untitled-1, Untitled-1",
  })
  void theNameIsTheLastPart(URI file, String expected) {
    assertEquals(expected, Paths.name(file));
  }

  @Provide
  Arbitrary<String> relatives() {
    return Arbitraries.of("a", "b c", "%41", "#", "?", "é", "🐍", "..", ".", "x.yml")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("/", parts));
  }

  @Property
  void theWayBackLeadsToTheSameFile(@ForAll("relatives") String path) {
    for (String folder : new String[] {"file:///data/me", "file:///c:/data", "file://s/share/x"}) {
      URI base = URI.create(folder);
      URI file = Paths.within(base, path).orElseThrow();
      assertEquals(Optional.of(file), Paths.within(base, Paths.relative(base, file)), folder);
    }
  }
}
