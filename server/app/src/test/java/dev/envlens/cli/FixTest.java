package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies: [python=3.12]
      prefix: /opt/conda
      """;

  private static final String FIXED =
      """
      channels: [conda-forge]
      dependencies: [python=3.12]
      """;

  private static final String ENVIRONMENT =
      """
      name: train
      image: python:3.12.4 # envlens: ignore floating-image
      conda_file: conda.yml
      """;

  private static final String DIFF =
      """
      --- conda.yml
      +++ conda.yml
      @@ -1,3 +1,2 @@
       channels: [conda-forge]
       dependencies: [python=3.12]
      -prefix: /opt/conda
      """;

  @TempDir private Path folder;

  private Desk desk() {
    return new Desk(folder);
  }

  private String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsSafeIsMendedAndShown() {
    var answer = desk().file("conda.yml", CONDA).run("fix").exits(0);
    assertEquals(DIFF, answer.out());
    assertEquals("envlens: fixed 1 finding in 1 file\n", answer.err());
    assertEquals(FIXED, read("conda.yml"));
    var again = desk().run("fix").exits(0);
    assertEquals("", again.out());
    assertEquals("envlens: nothing to fix\n", again.err());
  }

  @Test
  void aDryRunOnlyShows() {
    var answer = desk().file("conda.yml", CONDA).run("fix", "--dry-run").exits(1);
    assertEquals(DIFF, answer.out());
    assertEquals("envlens: would fix 1 finding in 1 file\n", answer.err());
    assertEquals(CONDA, read("conda.yml"));
    desk().file("conda.yml", FIXED).run("fix", "--dry-run").exits(0);
  }

  @Test
  void theHashStays() {
    desk().file("environment.yml", ENVIRONMENT).file("conda.yml", CONDA);
    String before = desk().run("hash", "environment.yml").exits(0).out();
    assertEquals("envlens: fixed 2 findings in 2 files\n", desk().run("fix").exits(0).err());
    assertEquals(before, desk().run("hash", "environment.yml").out());
    assertFalse(read("environment.yml").contains("#"));
  }

  @Test
  void whatWasNotNamedIsLeftAlone() {
    desk().file("environment.yml", ENVIRONMENT).file("conda.yml", CONDA);
    desk().run("fix", "environment.yml").exits(0);
    assertEquals(CONDA, read("conda.yml"));
    assertFalse(read("environment.yml").contains("#"));
  }

  @Test
  void onlyTheCodesThatAreAskedFor() {
    desk().file("environment.yml", ENVIRONMENT).file("conda.yml", CONDA);
    desk().run("fix", "--code", "conda-prefix").exits(0);
    assertEquals(FIXED, read("conda.yml"));
    assertEquals(ENVIRONMENT, read("environment.yml"));
    desk().run("fix", "--code", "conda-prefix", "--code", "unused-ignore").exits(0);
    assertFalse(read("environment.yml").contains("#"));
  }

  @ParameterizedTest
  @CsvSource({
    "conda-prefx,    there is no rule 'conda-prefx': did you mean 'conda-prefix'?",
    "floating-image, 'floating-image' has no fix that is safe without a look at it; those of "
  })
  void aCodeThatCannotBeFixedIsMisuse(String code, String start) {
    var answer = desk().file("conda.yml", CONDA).run("fix", "--code", code).exits(2);
    assertTrue(answer.err().startsWith("envlens: " + start), answer.err());
    assertEquals(CONDA, read("conda.yml"));
  }

  @Test
  void lineEndsAndAMissingOneAreKept() {
    String text = CONDA.replace("\n", "\r\n") + "name: x";
    var answer = desk().file("conda.yml", text).run("fix").exits(0);
    assertEquals(FIXED.replace("\n", "\r\n") + "name: x", read("conda.yml"));
    assertTrue(
        answer.out().endsWith("\n-prefix: /opt/conda\r\n name: x\n\\ No newline at end of file\n"),
        answer.out());
  }

  @Test
  void secretsAreMaskedInTheDiffAlone() {
    String text = "name: s3cret\n" + CONDA;
    var answer =
        new Desk(folder, shown -> shown.replace("s3cret", "***"))
            .file("conda.yml", text)
            .run("fix");
    assertFalse(answer.exits(0).out().contains("s3cret"), answer.out());
    assertTrue(answer.out().contains("\n name: ***\n"), answer.out());
    assertEquals("name: s3cret\n" + FIXED, read("conda.yml"));
  }

  @Test
  void aLinkIsFollowedOnlyToWhatWasNamed() {
    desk().file("out/conda.yml", CONDA).file("in/notes.txt", "");
    desk().link("in/conda.yml", "../out/conda.yml");
    var answer = desk().run("fix", "in").exits(0);
    assertTrue(
        answer.err().contains("in/conda.yml is a link to a file that wasn't named"), answer.err());
    assertEquals(CONDA, read("out/conda.yml"));
    desk().run("fix", "in/conda.yml").exits(0);
    assertEquals(FIXED, read("out/conda.yml"));
    assertTrue(Files.isSymbolicLink(folder.resolve("in/conda.yml")));
  }

  @Test
  void aFileOfTwoNamesIsMendedOnce() {
    desk().file("conda.yml", CONDA).link("a.yml", "conda.yml");
    assertEquals("envlens: fixed 1 finding in 1 file\n", desk().run("fix").exits(0).err());
    assertEquals(FIXED, read("conda.yml"));
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsMended() {
    desk().file("conda.yml", CONDA).file("binary.yml", new byte[] {'a', 0, 'b'});
    var answer = desk().run("fix", "conda.yml", "binary.yml").exits(2);
    assertEquals(
        List.of(
            "envlens: binary.yml is a binary file, not text", "envlens: fixed 1 finding in 1 file"),
        answer.errorLines());
    assertEquals(FIXED, read("conda.yml"));
  }

  @Test
  void filesOfOthersAreLeftAlone() {
    desk()
        .file("package.json", "{\"name\": \"x\", \"prefix\": \"/opt\", \"dependencies\": {}}\n")
        .file("compose.yml", "services: {} # envlens: ignore floating-image\n");
    assertEquals("envlens: nothing to fix\n", desk().run("fix").exits(0).err());
  }

  @Test
  void whatChangesMeanwhileIsLeftAlone() {
    // The diff of the first file is masked before the second one is written.
    var desk =
        new Desk(
            folder,
            line -> {
              if (read("a.yml").equals(FIXED)) {
                desk().file("b.yml", CONDA + "# typed just now\n");
              }
              return line;
            });
    var answer = desk.file("a.yml", CONDA).file("b.yml", CONDA).run("fix").exits(2);
    assertEquals(
        List.of(
            "envlens: b.yml has changed meanwhile, and is left as it is",
            "envlens: fixed 1 finding in 1 file"),
        answer.errorLines());
    assertEquals(CONDA + "# typed just now\n", read("b.yml"));
  }
}
