package dev.envlens.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.FileState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TextFilesTest {

  private static final long MOST = 1000;

  @TempDir Path folder;

  private FileState read(String path) {
    return TextFiles.read(folder.resolve(path), MOST);
  }

  private String reason(String path) {
    return assertInstanceOf(FileState.Unreadable.class, read(path)).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "name: train\r\n", "\uFEFFname: träin 😀\n", "tab\tlone\rend"})
  void textIsAsItStands(String text) {
    new Tree(folder).file("x.yml", text);
    assertEquals(new FileState.Text(text), read("x.yml"));
  }

  @Test
  void aMarkTellsUtf16() {
    String text = "\uFEFFname: träin 😀\n";
    new Tree(folder).file("le", text.getBytes(UTF_16LE)).file("be", text.getBytes(UTF_16BE));
    assertEquals(new FileState.Text(text), read("le"));
    assertEquals(new FileState.Text(text), read("be"));
  }

  @ParameterizedTest
  @CsvSource({
    "6E616D65E9, is not UTF-8 text: save it as UTF-8",
    "C3, is not UTF-8 text: save it as UTF-8",
    "EDA080, is not UTF-8 text: save it as UTF-8",
    "FFFE6100D8, is not UTF-16 text: save it as UTF-8",
    "FEFFD800, is not UTF-16 text: save it as UTF-8",
    "616200, 'is a binary file, not text'",
    "89504E470D0A1A0A0000, 'is a binary file, not text'",
    "FFFE00006100, 'is a binary file, not text'",
  })
  void whatIsNotTextIsSaidSo(String hex, String reason) {
    new Tree(folder).file("x.yml", HexFormat.of().parseHex(hex));
    assertEquals(reason, reason("x.yml"));
  }

  @Test
  void aFileMayBeAsLargeAsAllowedAndNoLarger() {
    new Tree(folder).file("x", new byte[0]).file("y", "a".repeat(1000)).file("z", "a".repeat(1001));
    assertInstanceOf(FileState.Text.class, read("y"));
    assertEquals("is too large: 1001 bytes, and at most 1000 bytes are read", reason("z"));
  }

  @Test
  void aFileMadeUpByTheSystemHasItsLimitToo() {
    // Linux gives these the size zero.
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      assertInstanceOf(FileState.Text.class, TextFiles.read(status, 100_000));
      assertInstanceOf(FileState.Unreadable.class, TextFiles.read(status, 10));
    }
  }

  @Test
  void aFolderIsAFolder() {
    new Tree(folder).folder("x.yml").link("to", "x.yml");
    assertEquals(new FileState.Folder(), read("x.yml"));
    assertEquals(new FileState.Folder(), read("to"));
  }

  @Test
  void aLinkIsReadThrough() {
    new Tree(folder).file("a/x.yml", "x").link("b/y", "../a/x.yml").link("z", "b/y");
    assertEquals(new FileState.Text("x"), read("z"));
  }

  @Test
  void linksThatLeadNowhereAreNamed() {
    new Tree(folder)
        .link("broken", "no/where.yml")
        .link("a", "b")
        .link("b", "a")
        .link("self", "self");
    assertEquals(
        "is a broken link: 'no/where.yml' isn't there or can't be reached", reason("broken"));
    assertEquals("is a link that leads back to itself", reason("a"));
    assertEquals("is a link that leads back to itself", reason("self"));
    assertTrue(reason("a/x.yml").endsWith("is a link that leads back to itself"));
  }

  @Test
  void aPipeIsNotOpened() {
    new Tree(folder).pipe("x.yml").link("to", "x.yml");
    assertEquals(Standing.SPECIAL, reason("x.yml"));
    assertEquals(Standing.SPECIAL, reason("to"));
  }

  @Test
  void whatIsNotThereIsMissing() {
    new Tree(folder).files("file");
    FileState nothing = new FileState.Missing(List.of());
    assertEquals(nothing, read("qqqqqqqq"));
    assertEquals(nothing, read("no/such/qqqqqqqq"));
    assertEquals(nothing, read("file/below"));
  }

  @Test
  void aNameThatIsTooLongIsSaidSo() {
    assertTrue(reason("x".repeat(300)).startsWith("can't be read"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 byte",
    "1023, 1023 bytes",
    "1024, 1 KB",
    "1536, 1.5 KB",
    "10485760, 10 MB",
    "5368709120, 5 GB"
  })
  void sizesAreInWords(long bytes, String words) {
    assertEquals(words, SizeWords.of(bytes));
  }

  @Test
  void sizesThatReadTheSameAreNotCompared() {
    assertEquals(
        "is too large: over 10 MB, the most that is read",
        SizeWords.tooLarge(10_485_761, 10_485_760));
  }
}
