package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScopeTest {

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Whatever a walk finds is in scope, and nothing else. */
  @Test
  void whatAWalkMeetsIsInScope() throws IOException {
    Files.createDirectories(folder.resolve("repo/.git/info"));
    write("repo/.git/info/exclude", "secret.yml\n");
    write("repo/.gitignore", "/out/\n*.tmp.yml\n");
    write("repo/sub/.gitignore", "!kept.tmp.yml\nlocal.yml\n");
    for (String name :
        List.of(
            "a.yml",
            "a.tmp.yml",
            "secret.yml",
            "text.txt",
            ".git/config.yml",
            ".github/b.yaml",
            "out/c.yml",
            "out/deep/d.json",
            "sub/out/e.yml",
            "sub/kept.tmp.yml",
            "sub/local.yml",
            "sub/deep/local.yml",
            "sub/deep/F.YML")) {
      write("repo/" + name, "");
    }
    write("beside.yml", "");
    for (String start : List.of("repo", "repo/sub", "repo/out", "")) {
      Path root = folder.resolve(start);
      var scope = new FileScope(List.of(root));
      var pool = new ForkJoinPool(1);
      var walked = new TreeSet<>(new FileWalk(1_000, pool, () -> false).of(List.of(root)).files());
      pool.shutdown();
      try (var all = Files.walk(folder)) {
        var met = new TreeSet<>(all.filter(Files::isRegularFile).filter(scope::meets).toList());
        assertEquals(walked, met, start);
      }
    }
  }

  @Test
  void aLinkedFolderIsNotEntered() throws IOException {
    write("real/a.yml", "");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    var scope = new FileScope(List.of(folder));
    assertEquals(
        Set.of(true, false),
        Set.of(
            scope.meets(folder.resolve("real/a.yml")), scope.meets(folder.resolve("link/a.yml"))));
    assertEquals(false, scope.meets(folder.resolve("link/a.yml")));
  }
}
