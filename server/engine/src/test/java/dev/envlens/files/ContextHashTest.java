package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash of an environment whose build context is a real folder. */
class ContextHashTest {

  private static final String ENVIRONMENT = "{name: x, build: {path: docker}}";

  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void fill() {
    tree =
        new Tree(folder)
            .file("docker/Dockerfile", "FROM python\nCOPY . /app\n")
            .files("docker/app.py", "docker/sub/run.sh", "docker/sub/notes.md", "docker/old.log");
  }

  private Hashing hashing() {
    var surroundings = new DiskSurroundings(1_000_000);
    var source = new Source(FileUris.of(folder.resolve("env.yml")), Yaml.parse(ENVIRONMENT));
    var definition = Contents.of(source, surroundings).definitions().get(0);
    return Hashing.of(definition, surroundings);
  }

  private String hash() {
    return assertInstanceOf(Hashing.Known.class, hashing()).hash().hex();
  }

  @ParameterizedTest
  @CsvSource({
    ".amlignore, *.log, docker/old.log",
    ".amlignore, sub/, docker/sub/run.sh",
    ".gitignore, *.log, docker/old.log",
    ".gitignore, /sub, docker/sub/notes.md",
    ".dockerignore, **/*.md, docker/sub/notes.md",
    ".dockerignore, sub, docker/sub/run.sh",
  })
  void anIgnoredFileDoesNotCount(String ignoring, String pattern, String ignored) {
    tree.file("docker/" + ignoring, pattern + "\n");
    String before = hash();
    tree.file(ignored, "changed");
    assertEquals(before, hash());
    assertTrue(tree.at(ignored).toFile().setExecutable(true));
    assertEquals(before, hash());
    assertTrue(tree.at(ignored).toFile().delete());
    assertEquals(before, hash());
    tree.file("docker/app.py", "changed");
    assertNotEquals(before, hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {".amlignore", ".gitignore", ".dockerignore"})
  void theIgnoreFileItselfCounts(String ignoring) {
    String before = hash();
    tree.file("docker/" + ignoring, "# nothing\n");
    assertNotEquals(before, hash());
  }

  @Test
  void theAmlignoreWinsOverTheGitignore() {
    tree.file("docker/.gitignore", "*.log\n").file("docker/.amlignore", "*.md\n");
    String before = hash();
    tree.file("docker/sub/notes.md", "changed");
    assertEquals(before, hash());
    tree.file("docker/old.log", "changed");
    assertNotEquals(before, hash());
  }

  @Test
  void anIgnoredDockerfileStillCounts() {
    tree.file("docker/.dockerignore", "Dockerfile\n");
    String before = hash();
    tree.file("docker/Dockerfile", "FROM other\n");
    assertNotEquals(before, hash());
  }

  @Test
  void everyOtherFileCounts() {
    String before = hash();
    tree.file("docker/sub/run.sh", "changed");
    assertNotEquals(before, hash());
    tree.files("docker/sub/run.sh");
    assertEquals(before, hash());
    tree.files("docker/new.py");
    assertNotEquals(before, hash());
    assertTrue(tree.at("docker/new.py").toFile().delete());
    tree.folder("docker/empty");
    assertEquals(before, hash());
  }

  @Test
  void theExecutableBitCounts() {
    String before = hash();
    assertTrue(tree.at("docker/sub/run.sh").toFile().setExecutable(true));
    assertNotEquals(before, hash());
    assertTrue(tree.at("docker/sub/run.sh").toFile().setExecutable(false));
    assertEquals(before, hash());
  }

  @Test
  void theDockerfilesLineEndsDoNotCount() {
    String before = hash();
    tree.file("docker/Dockerfile", "FROM python\r\nCOPY . /app\r\n");
    assertEquals(before, hash());
    tree.file("docker/Dockerfile", "FROM python\nCOPY .  /app\n");
    assertNotEquals(before, hash());
  }

  @Test
  void aLinkCountsByItsTargetAndMustStayInside() {
    tree.link("docker/latest", "app.py");
    String before = hash();
    assertTrue(tree.at("docker/latest").toFile().delete());
    tree.link("docker/latest", "sub/run.sh");
    assertNotEquals(before, hash());
    tree.files("outside.txt").link("docker/out", "../outside.txt");
    var unknown = assertInstanceOf(Hashing.Unknown.class, hashing());
    assertTrue(
        unknown.reason().startsWith("the build context can't be used: the link 'out' points out"),
        unknown.reason());
  }
}
