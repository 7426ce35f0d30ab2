package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ContextReaderTest {

  @TempDir Path temp;

  private Tree context() {
    return new Tree(temp.resolve("context")).folder("");
  }

  private ContextState read() {
    return new ContextReader(() -> false).read(temp.resolve("context"));
  }

  private ContextState.Files files() {
    return assertInstanceOf(ContextState.Files.class, read());
  }

  private List<String> paths() {
    return files().entries().stream().map(ContextEntry::path).toList();
  }

  private String reason() {
    return assertInstanceOf(ContextState.Unusable.class, read()).reason();
  }

  @Test
  void aFileHasItsSizeAndDigest() {
    context().file("a/abc.txt", "abc").file("empty", "");
    assertEquals(
        List.of(
            new ContextEntry.File(
                "a/abc.txt",
                false,
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            new ContextEntry.File(
                "empty",
                false,
                0,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
        files().entries());
  }

  @Test
  void theOwnersExecutableBitCounts() {
    context().files("run.sh", "plain");
    assertTrue(context().at("run.sh").toFile().setExecutable(true, true));
    assertEquals(
        List.of(false, true),
        files().entries().stream().map(e -> ((ContextEntry.File) e).executable()).toList());
  }

  @Test
  void aFileLongerThanOnePieceIsDigestedWhole() {
    context().file("zeros", new byte[1_000_000]);
    ContextEntry.File file = (ContextEntry.File) files().entries().get(0);
    assertEquals(1_000_000, file.size());
    assertEquals("d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025", file.sha256());
  }

  @Test
  void entriesAreSortedByBytesAndEmptyFoldersDoNotCount() {
    context().files("b", "B", "a/z", "a.b", "a-b", "A/x").folder("empty/er");
    assertEquals(List.of("A/x", "B", "a-b", "a.b", "a/z", "b"), paths());
  }

  @Test
  void amlignoreWinsOverGitignore() {
    context().file(".amlignore", "*.aml").file(".gitignore", "*.git").files("x.aml", "x.git");
    assertEquals(List.of(".amlignore", ".gitignore", "x.git"), paths());
  }

  @Test
  void gitignoreRulesWithoutAmlignoreAndNestedOnesDoNot() {
    context().file(".gitignore", "*.git").file("in/.gitignore", "*").files("x.git", "in/x");
    assertEquals(List.of(".gitignore", "in/.gitignore", "in/x"), paths());
  }

  @Test
  void bothTheUploadAndTheBuilderLeaveOut() {
    context()
        .file(".amlignore", "data/\n.amlignore")
        .file(".dockerignore", "**/*.log\n.dockerignore\n")
        .file("Dockerfile.dockerignore", "*")
        .files("data/x", "a/b.log", "a/b");
    assertEquals(List.of("Dockerfile.dockerignore", "a/b"), paths());
  }

  @Test
  void dockerignoreDoesNotMoveTheUploadHashButByItsOwnBytes() {
    context().file(".dockerignore", "x ").files("x", "y");
    var before = files().uploadHash().hex();
    context().file("x", "another");
    assertEquals(List.of(".dockerignore", "y"), paths());
    assertTrue(!before.equals(files().uploadHash().hex()));
  }

  @Test
  void aLinkThatStaysInsideIsKept() {
    context()
        .files("a/x")
        .link("to-file", "a/x")
        .link("to-folder", "./a//")
        .link("a/up", "../to-file")
        .link("broken", "a/nothing")
        .link("loop", "loop");
    assertEquals(
        List.of(
            new ContextEntry.Link("a/up", "../to-file"),
            new ContextEntry.Link("broken", "a/nothing"),
            new ContextEntry.Link("loop", "loop"),
            new ContextEntry.Link("to-file", "a/x"),
            new ContextEntry.Link("to-folder", "./a//")),
        files().entries().stream().filter(e -> e instanceof ContextEntry.Link).toList());
    assertEquals(6, paths().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "a/../../outside", "/", ".."})
  void aLinkThatLeavesIsRefused(String target) {
    new Tree(temp).files("outside");
    context().link("x", target);
    String start = "the link 'x' points out of the context, to '" + target + "':";
    assertTrue(reason().startsWith(start), reason());
    assertTrue(reason().endsWith("copy the file in or remove the link"), reason());
  }

  @Test
  void aLinkThatLeavesThroughAnotherIsRefused() {
    new Tree(temp).files("outside/secret");
    context().file(".dockerignore", "door").link("door", "../outside").link("x", "door/secret");
    assertTrue(reason().startsWith("the link 'x' points out of the context"), reason());
  }

  @ParameterizedTest
  @CsvSource({".dockerignore, pipe", ".amlignore, pipe", ".gitignore, /pipe"})
  void whatIsLeftOutMayBeAnything(String file, String rule) {
    context().file(file, rule).files("x").pipe("pipe");
    assertEquals(List.of(file, "x"), paths());
  }

  @Test
  void aPipeIsRefusedByName() {
    context().folder("in").pipe("in/pipe");
    assertEquals(
        "'in/pipe' is a pipe, a socket or a device, not a file: remove it, or name it in .dockerignore",
        reason());
  }

  @Test
  void anIgnoreFileThatCannotBeReadIsNamed() {
    context().folder(".dockerignore");
    assertEquals(".dockerignore is not a file", reason());
  }

  @Test
  void anIgnoreFileWithoutSenseIsNamed() {
    context().file(".dockerignore", "a\n[\n");
    assertTrue(reason().startsWith("line 2 of .dockerignore, '[', is no pattern"), reason());
  }

  @Test
  void whatIsNoFolderIsSaidSo() {
    new Tree(temp).files("context").link("broken", "no").files("deep/in/Docker/Dockerfile");
    ContextReader reader = new ContextReader(() -> false);
    assertEquals("it is a file, not a folder", reason());
    assertInstanceOf(ContextState.Unusable.class, reader.read(temp.resolve("broken")));
    assertEquals(
        new ContextState.Missing(List.of("Docker")), reader.read(temp.resolve("deep/in/docker")));
  }

  @Test
  void aContextBehindALinkIsRead() {
    context().files("x");
    new Tree(temp).link("to", "context");
    var there =
        assertInstanceOf(
            ContextState.Files.class, new ContextReader(() -> false).read(temp.resolve("to")));
    assertEquals(files().settled(), there.settled());
  }

  @Test
  void aFolderThatIsPassedOverCostsNothing() {
    context().file(".dockerignore", "big").files("big/1", "big/2", "big/3", "x");
    context().file(".amlignore", "big/");
    AtomicInteger steps = new AtomicInteger();
    new ContextReader(() -> steps.incrementAndGet() < 0).read(context().root());
    // Four entries at the top, and a piece or two for each of the three files there.
    assertTrue(steps.get() <= 10, "steps: " + steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 5})
  void readingCanBeCancelledAtAnyTime(int after) {
    context().files("a", "b", "c");
    AtomicInteger steps = new AtomicInteger();
    ContextReader reader = new ContextReader(() -> steps.getAndIncrement() >= after);
    assertThrows(CancellationException.class, () -> reader.read(context().root()));
  }
}
