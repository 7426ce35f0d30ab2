package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissesTest {

  @TempDir Path temp;

  private List<String> files(String missing) {
    return NearMisses.files(temp.resolve("home/project").resolve(missing));
  }

  private Tree project() {
    return new Tree(temp.resolve("home/project").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "conda.yml, conda.yaml, conda.yaml",
    "conda.yaml, Conda.YML, Conda.YML",
    "dockerfile, Dockerfile, Dockerfile",
    "codna.yml, conda.yml, conda.yml",
    "environmnt.yml, environment.yml, environment.yml",
    "envs/conda.yml, env/conda.yml, ../env/conda.yml",
    "conda.yml, deep/er/conda.yml, deep/er/conda.yml",
    "envs/conda.yml, conda.yml, ../conda.yml",
    "train/conda.yml, serve/conda.yml, ../serve/conda.yml",
    "a/b/conda.yml, a/conda.yaml, ../conda.yaml",
  })
  void aNameCloseByIsFound(String missing, String there, String found) {
    project().files(there, missing.contains("train/") ? "train/x" : "other.txt");
    assertEquals(List.of(found), files(missing));
  }

  @ParameterizedTest
  @CsvSource({"conda.yml, numpy.yml", "a.yml, b.yml", "conda.yml, .git/conda.yml", "x, xy/zz"})
  void anotherNameIsNot(String missing, String there) {
    project().files(there);
    assertEquals(List.of(), files(missing));
  }

  @Test
  void theBestComesFirstAndThreeAreEnough() {
    project().files("envs/conda.yml", "condas.yml", "conda.yaml", "xonda.yml", "Xonda.yaml");
    assertEquals(List.of("conda.yaml", "Xonda.yaml", "condas.yml"), files("conda.yml"));
  }

  @Test
  void aFolderIsMeantByAFolderOnly() {
    project().files("Docker/Dockerfile", "docker.txt");
    Path root = project().root();
    assertEquals(List.of("Docker"), NearMisses.folders(root.resolve("docker")));
    assertEquals(List.of(), NearMisses.folders(root.resolve("docker.text")));
    assertEquals(List.of(), files("Docke"));
  }

  @Test
  void linksToFoldersAreNotEntered() {
    project().link("loop", ".").files("a/conda.yml");
    assertEquals(List.of("a/conda.yml"), files("conda.yml"));
  }

  @Test
  void theSearchEndsInAFolderWithoutEnd() {
    String[] many =
        IntStream.range(0, 2_500).mapToObj(i -> "aaa/%04d.txt".formatted(i)).toArray(String[]::new);
    project().files(many).files("zzz/conda.yml", "conda.yaml");
    assertEquals(List.of("conda.yaml"), files("conda.yml"));
  }
}
