package dev.envlens.definition;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.envlens.link.MemoryFiles;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextLocationTest {

  private static final URI BASE = MemoryFiles.uri("envs/environment.yml");

  @ParameterizedTest
  @CsvSource({
    ".,envs",
    "docker,envs/docker",
    "docker/,envs/docker",
    "./docker,envs/docker",
    "../docker,docker",
    "/project/docker,docker",
    "file:docker,envs/docker",
    "file:///project/docker,docker",
    "my docker #1,envs/my docker #1",
    "github.com/x,envs/github.com/x",
    "c:x,envs/c:x",
  })
  void aPathIsAFolder(String path, String folder) {
    assertEquals(
        new ContextLocation.Folder(MemoryFiles.uri(folder)), ContextLocation.of(BASE, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/org/repo",
        "https://github.com/org/repo.git#main:docker",
        "https://www.github.com/org/repo",
        "http://gitlab.com/a/b",
        "https://bitbucket.org/a/b",
        "https://dev.azure.com/org/project/_git/repo",
        "https://git.example.com/a/b.git",
        "https://git.example.com/a/b.git#v1",
        "https://git.example.com/a/b.git/sub",
        "HTTPS://GitHub.com/org/repo",
        "git@github.com:org/repo.git",
        "git://example.com/repo",
        "git+https://example.com/repo",
        "ssh://git@example.com/repo",
      })
  void aRepositoryIsKnown(String url) {
    assertEquals(new ContextLocation.Git(url), ContextLocation.of(BASE, url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://account.blob.core.windows.net/container/context",
        "https://example.com/context.zip",
        "https://example.com/?repo=x.git",
        "azureml://datastores/d/paths/p",
        "wasbs://c@a.blob.core.windows.net/p",
        "abfss://c@a.dfs.core.windows.net/p",
        "adl://a.azuredatalakestore.net/p",
      })
  void storageIsKnown(String url) {
    assertEquals(new ContextLocation.Storage(url), ContextLocation.of(BASE, url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com/x", "s3://bucket/x", "docker://image", "gs://b/x"})
  void otherKindsAreNotTaken(String url) {
    assertEquals(new ContextLocation.Unsupported(url), ContextLocation.of(BASE, url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{context}}", "<FOLDER>", "$HOME/docker", "${{inputs.context}}"})
  void aPlaceholderIsNotKnown(String path) {
    assertEquals(new ContextLocation.Unknown(), ContextLocation.of(BASE, path));
  }

  @Test
  void anUnsavedFileHasNoFolder() {
    assertEquals(
        new ContextLocation.Unknown(), ContextLocation.of(URI.create("untitled:a"), "docker"));
  }

  @Test
  void aLongAddressTakesNoTime() {
    String path = "https://example.com/" + ".git_git/".repeat(200_000) + "\n";
    assertTimeoutPreemptively(ofSeconds(10), () -> ContextLocation.of(BASE, path));
  }
}
