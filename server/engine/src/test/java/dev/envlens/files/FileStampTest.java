package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

  private static final FileTime YEARS_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.yml"), "name: a\n");
    Files.setLastModifiedTime(file, YEARS_AGO);
  }

  @Test
  void whatIsAsItWasHolds() {
    assertTrue(FileStamp.of(file).stillHolds(FileStamp.of(file)));
    assertTrue(FileStamp.of(folder).stillHolds(FileStamp.of(folder)));
    Path nothing = folder.resolve("b.yml");
    assertTrue(FileStamp.of(nothing).stillHolds(FileStamp.of(nothing)));
  }

  @Test
  void anotherSizeOrTimeTellsOfAChange() throws IOException {
    var before = FileStamp.of(file);
    Files.writeString(file, "name: longer\n");
    Files.setLastModifiedTime(file, YEARS_AGO);
    assertFalse(before.stillHolds(FileStamp.of(file)));
    Files.writeString(file, "name: b\n");
    assertFalse(before.stillHolds(FileStamp.of(file)));
    Files.delete(file);
    assertFalse(before.stillHolds(FileStamp.of(file)));
  }

  @Test
  void whatWasWrittenJustNowMayChangeUnseen() throws IOException {
    Files.writeString(file, "name: b\n");
    var now = FileStamp.of(file);
    assertFalse(now.stillHolds(now));
  }
}
