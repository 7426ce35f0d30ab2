package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envlens.link.ContextState;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hashes were computed by a Python program that walks the folder as the SDK does. */
@Timeout(30)
class UploadHashTest {

  @TempDir Path folder;

  private void assertHash(String hash, Tree tree) {
    ContextState state = new ContextReader(() -> false).read(tree.root());
    assertEquals(
        Optional.of(hash), assertInstanceOf(ContextState.Files.class, state).uploadHash().hex());
  }

  @Test
  void plainFiles() {
    assertHash(
        "4d2dcf36490f5086231dbc99b07f7d11",
        new Tree(folder)
            .file("Dockerfile", "FROM python:3.10\n")
            .file("requirements.txt", "numpy==1.26.4\n"));
  }

  @Test
  void foldersAndCapitals() {
    assertHash(
        "762e6c8cef830bede5f69c657cc7e028",
        new Tree(folder)
            .file("B.txt", "b")
            .file("a.txt", "a")
            .file("_x", "")
            .file("Z/1.py", "1")
            .file("Z/deep/er/2.py", "2")
            .file("z.py", "z\r\n"));
  }

  @Test
  void amlignoreAloneRulesAndTakesPart() {
    assertHash(
        "9c6b668bf080d00de9e803b27ede5fe2",
        new Tree(folder)
            .file(".amlignore", "data/\n*.pyc\n!keep.pyc\n# notes\n/notes\n")
            .file(".gitignore", "*\n")
            .file(".dockerignore", "src\n")
            .file("data/x.csv", "1")
            .file("data/sub/y.csv", "2")
            .file("a.pyc", "3")
            .file("keep.pyc", "4")
            .file("notes/n.md", "5")
            .file("src/notes/n.md", "6"));
  }

  @Test
  void gitignoreOfTheRootAlone() {
    assertHash(
        "f58ca18c979b75a98c2524ba1390fde8",
        new Tree(folder)
            .file(".gitignore", "build\n!build/keep.txt\n**/tmp/*.log\n")
            .file("build/keep.txt", "k")
            .file("build/b.o", "o")
            .file("x/tmp/a.log", "l")
            .file("x/tmp/a.txt", "t")
            .file("x/.gitignore", "*\n"));
  }

  @Test
  void lettersOfAllKinds() {
    assumeTrue(
        System.getProperty("sun.jnu.encoding").equals("UTF-8"),
        "file names with such letters can't be made in this locale");
    assertHash(
        "1a6255414ad22f3294ca36e5d2f92a13",
        new Tree(folder)
            .file("é.txt", "1")
            .file("ｚ.txt", "2")
            .file("😀.txt", "3")
            .file("İ.txt", "4")
            .file("i.txt", "5")
            .file("ΑΣ", "6")
            .file("ας0", "7"));
  }

  @Test
  void linksAreReadThrough() {
    assertHash(
        "d3e01d91527d45c0446bd01488942322",
        new Tree(folder)
            .file("real/f.txt", "f")
            .file("real/Sub/g.txt", "g")
            .link("also", "real")
            .link("f", "real/f.txt")
            .link("gone", "nowhere")
            .link("chain", "also/Sub"));
  }

  @Test
  void whatIsInALinkedFolderIsJudgedByWhereItIs() {
    assertHash(
        "0d154374547ee5e66b8df19c6ee7a5bc",
        new Tree(folder)
            .file(".amlignore", "real/f.txt\n")
            .file("real/f.txt", "f")
            .file("real/g.txt", "g")
            .link("also", "real")
            .link("f", "real/f.txt"));
  }

  @Test
  void aFolderLinkedIntoItselfEnds() {
    Tree tree = new Tree(folder).file("a/x", "x").link("a/up", "..").link("self", "self");
    ContextState state = new ContextReader(() -> false).read(tree.root());
    var files = assertInstanceOf(ContextState.Files.class, state);
    assertTrue(files.uploadHash().hex().isPresent());
  }

  @Test
  void linksThatMultiplyEnd() {
    Tree tree = new Tree(folder);
    for (int i = 0; i < 30; i++) {
      tree.folder("d" + i);
      tree.link("d%d/one".formatted(i), "../d" + (i + 1))
          .link("d%d/two".formatted(i), "../d" + (i + 1));
    }
    tree.files("d30/x");
    ContextState state = new ContextReader(() -> false).read(tree.root());
    var files = assertInstanceOf(ContextState.Files.class, state);
    assertEquals(Optional.empty(), files.uploadHash().hex());
  }
}
