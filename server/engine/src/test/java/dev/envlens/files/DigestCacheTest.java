package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cache tells by what it answers whether it was asked: the tests plant digests that no file has,
 * and look whether they come back.
 */
class DigestCacheTest {

  private static final String PLANTED = "ab".repeat(32);

  @TempDir Path temp;
  private Path file;
  private Path root;
  private Path folder;

  @BeforeEach
  void aContextOfOneFile() throws IOException {
    Path context = Files.createDirectory(temp.resolve("context"));
    file = Files.writeString(context.resolve("data"), "one");
    root = context.toRealPath();
    folder = temp.resolve("cache/digests");
  }

  private DigestCache cache() {
    return DigestCache.in(folder);
  }

  private String digest() {
    return digest(cache());
  }

  private String digest(DigestCache cache) {
    var files =
        assertInstanceOf(
            ContextState.Files.class, new ContextReader(cache, () -> false).read(root));
    return assertInstanceOf(ContextEntry.File.class, files.entries().get(0)).sha256();
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Has the cache say something else than the truth of the file as it looks now. */
  private void plant() {
    try {
      cache().keep(root, Map.of("data", new DigestCache.Entry(FileLook.at(file), PLANTED)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(PLANTED, digest());
  }

  /** Waits until the file isn't of just now any more. */
  private void settle() throws IOException {
    var look = FileLook.at(file);
    while (look.isRacy(ContextDigests.now())) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatWasReadIsKnownTheNextTime() throws IOException {
    settle();
    assertEquals(sha256("one"), digest());
    assertEquals(
        Map.of("data", new DigestCache.Entry(FileLook.at(file), sha256("one"))),
        cache().digests(root));
  }

  /** What may happen to a file. */
  enum Change {
    SIZE {
      @Override
      void make(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, time);
      }
    },
    CONTENT_WITH_THE_OLD_TIME {
      @Override
      void make(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
      }
    },
    TIME {
      @Override
      void make(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      }
    },
    INODE {
      @Override
      void make(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file);
        Path other = Files.writeString(file.resolveSibling("../other"), "two");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      }
    },
    MODE {
      @Override
      void make(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      }
    };

    abstract void make(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatLooksOtherwiseIsReadAgain(Change change) throws IOException {
    plant();
    change.make(file);
    assertEquals(sha256(Files.readString(file)), digest());
  }

  @Test
  void everyPartOfTheLookCounts() {
    var look = new FileLook(FileLook.Kind.FILE, 1, 2, 3, 4, 5, 6);
    List.of(
            new FileLook(FileLook.Kind.FILE, 0, 2, 3, 4, 5, 6),
            new FileLook(FileLook.Kind.FILE, 1, 0, 3, 4, 5, 6),
            new FileLook(FileLook.Kind.FILE, 1, 2, 0, 4, 5, 6),
            new FileLook(FileLook.Kind.FILE, 1, 2, 3, 0, 5, 6),
            new FileLook(FileLook.Kind.FILE, 1, 2, 3, 4, 0, 6),
            new FileLook(FileLook.Kind.FILE, 1, 2, 3, 4, 5, 0))
        .forEach(other -> assertNotEquals(look, other));
  }

  @Test
  void whatWasWrittenJustNowIsNotTrusted() throws IOException {
    for (int i = 0; i < 50; i++) {
      Files.writeString(file, "%03d".formatted(i));
      assertEquals(sha256("%03d".formatted(i)), digest());
    }
  }

  @Test
  void timesWithoutFractionsAreTrustedLater() {
    long second = 1_000_000_000L;
    long now = 1_000 * second;
    assertTrue(look(now - second).isRacy(now));
    assertFalse(look(now - 3 * second).isRacy(now));
    assertFalse(look(now - second + 1).isRacy(now));
    assertTrue(look(now - 1).isRacy(now));
    assertTrue(look(now + 10 * second).isRacy(now));
  }

  private static FileLook look(long changed) {
    return new FileLook(FileLook.Kind.FILE, 1, 0, changed, 1, 1, 0);
  }

  @Test
  void aDamagedFileIsAsIfThereWereNone() throws IOException {
    plant();
    Path kept = onlyFile();
    byte[] whole = Files.readAllBytes(kept);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(kept, damaged);
      assertEquals(sha256("one"), digest(), "byte " + at);
      Files.write(kept, Arrays.copyOf(whole, at));
      assertEquals(sha256("one"), digest(), "cut at " + at);
    }
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return assertInstanceOf(Path.class, files.toList().get(0));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenCostsNothing() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "a file where a folder should be");
    settle();
    assertEquals(sha256("one"), digest());
    assertEquals(sha256("one"), digest());
  }

  @Test
  void severalWhoWriteAtOnceLeaveOneWhole() {
    var entry = new DigestCache.Entry(look(1), PLANTED);
    var entries = List.of(Map.of("a", entry), Map.of("b", entry, "c", entry));
    var writers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int j = 0; j < 20; j++) {
                            cache().keep(root, entries.get((i + j) % 2));
                            assertTrue(entries.contains(cache().digests(root)));
                          }
                        }))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();
    assertTrue(entries.contains(cache().digests(root)));
  }

  @Test
  void whatNobodyUsedForAMonthIsDropped() throws IOException {
    plant();
    Path kept = onlyFile();
    Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    Path other = Files.createDirectory(temp.resolve("other")).toRealPath();
    cache().keep(other, Map.of());
    assertFalse(Files.exists(kept));
    assertEquals(Map.of(), cache().digests(other));
  }

  @Test
  void whatIsUsedStays() throws IOException {
    plant();
    Path kept = onlyFile();
    Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minus(Duration.ofDays(29))));
    assertEquals(PLANTED, digest());
    assertTrue(
        Files.getLastModifiedTime(kept).toInstant().isAfter(Instant.now().minusSeconds(3600)));
  }

  @Test
  void theSdksHashOfAFolderIsRememberedWhole() throws IOException {
    settle();
    var first = upload();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
    var kept = cache().upload(root).orElseThrow();
    cache().keep(root, new DigestCache.Upload(kept.looks(), "planted"));
    assertEquals("planted", upload());
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    assertEquals(first, upload());
    Files.writeString(file.resolveSibling("more"), "more");
    assertNotEquals(first, upload());
  }

  private String upload() {
    var files =
        assertInstanceOf(
            ContextState.Files.class, new ContextReader(cache(), () -> false).read(root));
    return files.uploadHash().hex().orElseThrow();
  }

  @Test
  void aProcessOfItsOwnDigestsTheSame() throws IOException {
    Path odd = Files.writeString(file.resolveSibling("with space and ü%"), "odd");
    var missing = file.resolveSibling("missing");
    assertEquals(
        Map.of(
            file,
            new DigestProcess.Digest(3, sha256("one")),
            odd,
            new DigestProcess.Digest(3, sha256("odd"))),
        DigestProcess.of(List.of(file, missing, odd), () -> false));
  }
}
