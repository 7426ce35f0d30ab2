package dev.envlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.build.Witness;
import dev.envlens.cache.ImageCache;
import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.Contents;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.progress.Progress;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What goes wrong after a build doesn't undo it. */
class AfterBuildsTest {

  private final List<String> lines = new ArrayList<>();

  private final Progress progress =
      new Progress() {
        @Override
        public void step(String title, int percent) {}

        @Override
        public void line(String line) {
          lines.add(line);
        }

        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public void whenCancelled(Runnable action) {}
      };

  private static DefinitionHash hash() {
    var disk = new DiskSurroundings(1 << 10);
    var source = new Source(FileUris.of(Path.of("/e.yml")), Yaml.parse("{name: a, image: 'b:1'}"));
    var hashing = Hashing.of(Contents.of(source, disk).definitions().get(0), disk);
    return ((Hashing.Known) hashing).hash();
  }

  private void make(RuntimeException fault) {
    var cache =
        new Lazy<ImageCache>(
            () -> {
              throw new AssertionError("nobody looks at the cache");
            });
    var after =
        new AfterBuilds(
            cache,
            () -> {
              throw fault;
            });
    after.begins(hash());
    after.made(new Witness.Made(hash(), "b:1", Optional.empty()), progress);
    after.ended(hash());
  }

  @Test
  void whatCanNotBeReadIsOneLine() {
    make(new DatabaseFault("The database is gone: https://me:hunter2@host/.", null));
    assertEquals(1, lines.size());
    assertEquals(false, lines.get(0).contains("hunter2"), lines.get(0));
    assertEquals(true, lines.get(0).contains("The database is gone"), lines.get(0));
  }

  @Test
  void whoHasEnoughOfReadingStillHasTheImage() {
    make(new CancellationException());
    assertEquals(
        List.of("What is in the image was not read. It will be when it is asked for."), lines);
  }
}
