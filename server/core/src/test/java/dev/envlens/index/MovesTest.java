package dev.envlens.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {

  private static Moves moves(String from, String to) {
    return new Moves(Map.of(MemoryFiles.uri(from), MemoryFiles.uri(to)));
  }

  private static String moved(String path, String text, Moves moves) {
    var workspace = new Workspace().with(path, text);
    return TextEdit.apply(text, moves.edits(workspace.contents(path)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "conda.yml | conda.yml | new.yml | new.yml",
        "./conda.yml | conda.yml | lib/new.yml | ./lib/new.yml",
        "'conda.yml' | conda.yml | it's.yml | 'it''s.yml'",
        "\"a/conda.yml\" | a | b | \"b/conda.yml\"",
        "conda.yml | conda.yml | a: b.yml | \"a: b.yml\"",
        "/project/conda.yml | conda.yml | new.yml | /project/new.yml",
        "file:conda.yml | conda.yml | new.yml | file:new.yml",
        "file:///project/conda.yml | conda.yml | new.yml | file:///project/new.yml",
        "../project/conda.yml | conda.yml | new.yml | new.yml",
        "$HOME/conda.yml | conda.yml | new.yml | $HOME/conda.yml",
        "conda.yml | conda | new | conda.yml",
      },
      delimiter = '|')
  void aPathKeepsItsKind(String path, String from, String to, String expected) {
    String text = "name: a\nimage: x:1\nconda_file: %s # why\n";
    assertEquals(text.formatted(expected), moved("env.yml", text.formatted(path), moves(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{path: docker, dockerfile_path: sub/Dockerfile} | docker | lib/ctx |"
            + " {path: lib/ctx, dockerfile_path: sub/Dockerfile}",
        "{path: docker, dockerfile_path: ./sub/Dockerfile} | docker/sub/Dockerfile | docker/D |"
            + " {path: docker, dockerfile_path: ./D}",
        "{path: docker} | docker/Dockerfile | docker/gpu/Dockerfile |"
            + " {path: docker, dockerfile_path: gpu/Dockerfile}",
        "{path: docker} | docker/Dockerfile | Dockerfile | {path: docker}",
        "{path: docker} | docker | . | {path: .}",
        "{path: 'https://github.com/a/b.git'} | docker | c | {path: 'https://github.com/a/b.git'}",
      },
      quoteCharacter = '`')
  void aBuildContextAndItsDockerfileMove(String build, String from, String to, String expected) {
    String text = "name: a\nbuild: %s\n";
    assertEquals(
        text.formatted(expected), moved("env.yml", text.formatted(build), moves(from, to)));
  }

  @Test
  void ofSeveralMovesTheInnermostCounts() {
    var moves =
        new Moves(
            Map.of(
                MemoryFiles.uri("a"), MemoryFiles.uri("b"),
                MemoryFiles.uri("a/conda.yml"), MemoryFiles.uri("c.yml")));
    assertEquals(
        "name: a\nimage: x:1\nconda_file: ../c.yml\n",
        moved("a/env.yml", "name: a\nimage: x:1\nconda_file: conda.yml\n", moves));
  }

  @ParameterizedTest
  @CsvSource({
    "- -r a.txt,- -r sub/b.txt",
    "- '-c ./a.txt',- '-c ./sub/b.txt'",
    "- -r https://host/a.txt,- -r https://host/a.txt",
    "- \"-r \\x61.txt\",- \"-r \\x61.txt\"",
  })
  void aPipListIncludesUnderTheNewName(String item, String expected) {
    String text = "dependencies:\n  - pip:\n    %s\n";
    assertEquals(
        text.formatted(expected),
        moved("conda.yml", text.formatted(item), moves("a.txt", "sub/b.txt")));
  }

  @Test
  void aRequirementsFileKeepsItsComments() {
    URI file = MemoryFiles.uri("all.txt");
    String text = "numpy # one\n-r a.txt # two\n--constraint=./a.txt\n";
    assertEquals(
        "numpy # one\n-r ../a.txt # two\n--constraint=../a.txt\n",
        TextEdit.apply(
            text, moves("all.txt", "sub/all.txt").edits(file, RequirementsFile.parse(text))));
  }

  @Test
  void onlyFilesThatLeadThereAreRead() {
    var workspace =
        new Workspace()
            .with("env.yml", "name: a\nbuild:\n  path: docker\n")
            .with("job.yml", "command: ls\nenvironment: file:env.yml\n")
            .with("docker/Dockerfile", "FROM x\nCOPY . .\nRUN pip install -r r.txt\n")
            .with("docker/r.txt", "-r b.txt\n")
            .with("docker/b.txt", "numpy\n")
            .with("other.yml", "name: o\nimage: x:1\n");
    assertEquals(
        Set.of(MemoryFiles.uri("env.yml"), MemoryFiles.uri("job.yml")),
        moves("env.yml", "e.yml").files(workspace.index()));
    assertEquals(
        Set.of(
            MemoryFiles.uri("env.yml"),
            MemoryFiles.uri("docker/r.txt"),
            MemoryFiles.uri("docker/b.txt")),
        moves("docker/b.txt", "docker/c.txt").files(workspace.index()));
  }
}
