package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.envlens.files.FileWalk.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileWalkTest {

  @TempDir Path temp;

  private Tree tree() {
    return new Tree(temp.resolve("project")).folder("");
  }

  private FileWalk.Found walk(String... starts) {
    return new FileWalk(100, ForkJoinPool.commonPool(), () -> false)
        .of(Stream.of(starts).map(tree()::at).toList());
  }

  private List<String> files(String... starts) {
    return walk(starts).files().stream()
        .map(file -> FileNames.slashed(tree().root().relativize(file)))
        .toList();
  }

  private List<Problem> problems(String... starts) {
    return walk(starts).problems();
  }

  @Test
  void aFolderHasItsYamlAndJson() {
    tree().files("b.yml", "a/c.YAML", "a/d.json", "Dockerfile", "requirements.txt", "x.yml.j2");
    tree().files(".azureml/conda.yml", ".hidden.yml").folder("folder.yml");
    assertEquals(
        List.of(".azureml/conda.yml", ".hidden.yml", "a/c.YAML", "a/d.json", "b.yml"), files(""));
    assertEquals(List.of(), problems(""));
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItIsCalled() {
    tree().files("Dockerfile", "a/env.txt");
    assertEquals(List.of("Dockerfile", "a/env.txt"), files("a/env.txt", "Dockerfile", "a/env.txt"));
  }

  @Test
  void aFileFoundTwiceIsTakenOnce() {
    tree().files("a/b.yml", "a/c.yml");
    assertEquals(List.of("a/b.yml", "a/c.yml"), files("", "a", "a/b.yml", "a/../a/c.yml"));
  }

  @Test
  void whatGitIgnoresIsLeftOut() {
    tree().file(".gitignore", "build/\n*.tmp.yml\n/top.yml\n!keep.tmp.yml\n");
    tree().file("a/.gitignore", "!x.tmp.yml\nlocal.yml\n");
    tree()
        .files("build/x.yml", "a/build/x.yml", "y.tmp.yml", "keep.tmp.yml", "top.yml", "a/top.yml");
    tree().files("a/x.tmp.yml", "a/local.yml", "local.yml", ".git/x.yml", "a/.git/y.yml");
    assertEquals(List.of("a/top.yml", "a/x.tmp.yml", "keep.tmp.yml", "local.yml"), files(""));
  }

  @Test
  void theRepositorysOwnExcludesCountLast() {
    tree().file(".git/info/exclude", "*.yml\n").file(".gitignore", "!kept.yml\n");
    tree().files("out.yml", "kept.yml", "x.yaml");
    assertEquals(List.of("kept.yml", "x.yaml"), files(""));
  }

  @Test
  void ignoreFilesAboveTheStartCountUpToTheRepository() {
    new Tree(temp).file(".gitignore", "*.yml\n");
    tree().file(".git/HEAD", "").file(".gitignore", "out.yml\n/a/b/root.yml\n");
    tree().file("a/.gitignore", "mid.yml\n");
    tree().files("a/b/out.yml", "a/b/mid.yml", "a/b/root.yml", "a/b/x.yml");
    assertEquals(List.of("a/b/x.yml"), files("a/b"));
    assertEquals(List.of("a/b/x.yml"), files("a"));
  }

  @Test
  void whatIsNamedIsTakenThoughIgnored() {
    tree().file(".git/HEAD", "").file(".gitignore", "out\nx.yml\n").files("out/a.yml", "x.yml");
    assertEquals(List.of(), files(""));
    assertEquals(List.of("out/a.yml", "x.yml"), files("out", "x.yml"));
  }

  @Test
  void anIgnoreFileThatWouldBlockIsPassedOver() {
    tree().pipe(".gitignore").files("x.yml");
    assertEquals(List.of("x.yml"), files(""));
  }

  @Test
  void linksToFilesAreReadAndLinksToFoldersNotEntered() {
    tree().files("real/x.yml").link("y.yml", "real/x.yml").link("also", "real").link("loop", ".");
    assertEquals(List.of("real/x.yml", "y.yml"), files(""));
    assertEquals(List.of("also/x.yml"), files("also"));
    assertEquals(List.of(), problems(""));
  }

  @Test
  void whatCannotBeReadIsAProblemAndTheRestGoesOn() {
    tree().link("broken.yml", "no.yml").link("a/loop.yml", "loop.yml").pipe("pipe.yml");
    tree().file("large.yml", "x".repeat(101)).files("good.yml");
    assertEquals(List.of("good.yml"), files(""));
    assertEquals(
        List.of(
            new Problem(tree().at("a/loop.yml"), "is a link that leads back to itself"),
            new Problem(
                tree().at("broken.yml"),
                "is a broken link: 'no.yml' isn't there or can't be reached"),
            new Problem(
                tree().at("large.yml"), "is too large: 101 bytes, and at most 100 bytes are read"),
            new Problem(tree().at("pipe.yml"), Standing.SPECIAL)),
        problems(""));
  }

  @Test
  void ofJsonNothingIsSaidUnlessNamed() {
    tree().link("broken.json", "no").pipe("pipe.json").file("large.json", "x".repeat(101));
    tree().link("broken", "no");
    assertEquals(new FileWalk.Found(List.of(), List.of()), walk(""));
    assertEquals(
        List.of("broken.json", "large.json", "pipe.json"),
        problems("broken.json", "large.json", "pipe.json").stream()
            .map(problem -> problem.path().getFileName().toString())
            .toList());
  }

  @Test
  void aPathThatIsMissingIsAProblemWithAGuess() {
    tree().files("envs/train.yaml", "x.yml");
    assertEquals(List.of("x.yml"), files("nothing-like-it", "x.yml"));
    assertEquals(
        List.of(
            new Problem(
                tree().at("envs/train.yml"),
                "isn't there: did you mean '%s'?".formatted(tree().at("envs/train.yaml"))),
            new Problem(tree().at("nothing-like-it"), "isn't there")),
        problems("nothing-like-it", "envs/train.yml"));
  }

  @Test
  void pathsBeginAsTheirStartDoes() {
    tree().files("a/x.yml");
    Path start = Path.of("").toAbsolutePath().relativize(tree().root().toAbsolutePath());
    FileWalk walk = new FileWalk(100, ForkJoinPool.commonPool(), () -> false);
    assertEquals(List.of(start.resolve("a/x.yml")), walk.of(List.of(start)).files());
  }

  @Test
  void manyFoldersComeInOrder() {
    List<String> paths =
        IntStream.range(0, 300).mapToObj(i -> "d%03d/e/f%03d.yml".formatted(i / 3, i)).toList();
    tree().files(paths.toArray(String[]::new));
    assertEquals(paths, files(""));
  }

  @Test
  void theWalkCanBeCancelled() {
    tree().files("a/x.yml");
    FileWalk walk = new FileWalk(100, ForkJoinPool.commonPool(), () -> true);
    assertThrows(CancellationException.class, () -> walk.of(List.of(tree().root())));
  }
}
