package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSurroundingsTest {

  @TempDir Path folder;

  private final Surroundings surroundings = new DiskSurroundings(100);

  private URI uri(String path) {
    return folder.resolve(path).toUri();
  }

  @Test
  void whatWasReadOnceStaysForTheAnalysis() {
    Tree tree = new Tree(folder).file("conda.yml", "old").file("docker/Dockerfile", "FROM a");
    FileState file = surroundings.file(uri("conda.yml"));
    ContextState context = surroundings.context(uri("docker"));
    tree.file("conda.yml", "new").file("docker/Dockerfile", "FROM b");
    assertEquals(new FileState.Text("old"), file);
    assertEquals(file, surroundings.file(uri("conda.yml")));
    assertEquals(context, surroundings.context(uri("docker")));
    assertEquals(new FileState.Text("new"), new DiskSurroundings(100).file(uri("conda.yml")));
  }

  @Test
  void theLimitIsForLinkedFilesAlone() {
    new Tree(folder).file("docker/x", "x".repeat(101));
    assertInstanceOf(FileState.Unreadable.class, surroundings.file(uri("docker/x")));
    assertInstanceOf(ContextState.Files.class, surroundings.context(uri("docker")));
  }

  @Test
  void aMissingFileHasItsNearMisses() {
    // Two folders down: what lies beside the test's own folder is somebody else's.
    new Tree(folder).files("home/project/conda.yaml");
    assertEquals(
        new FileState.Missing(List.of("conda.yaml")),
        surroundings.file(uri("home/project/conda.yml")));
  }

  @Test
  void anUnsavedDocumentHasNothingAroundIt() {
    URI untitled = URI.create("untitled:Untitled-1");
    assertEquals(new FileState.Missing(List.of()), surroundings.file(untitled));
    assertEquals(new ContextState.Missing(List.of()), surroundings.context(untitled));
  }
}
