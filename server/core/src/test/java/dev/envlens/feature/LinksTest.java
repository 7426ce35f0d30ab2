package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.definition.Given;
import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  private static Given amongFiles(String text) {
    return new Given(
        text,
        new MemoryFiles()
            .with("c.yml", "dependencies: [python]")
            .with("req.txt", "numpy")
            .with("job.yml", "type: command")
            .with("docker/Dockerfile", "FROM a")
            .with("docker/sub/D", "FROM a")
            .with("binary.yml", new FileState.Unreadable("is a binary file, not text"))
            .with("slow.yml", new FileState.Pending()));
  }

  private static List<String> links(Given given) {
    return Links.of(given.contents(), given.files()).stream()
        .map(
            link ->
                "%s -> %s (%s)"
                    .formatted(
                        link.range().of(given.text()),
                        Paths.relative(MemoryFiles.ROOT, link.target()),
                        link.tooltip()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, image: a, conda_file: \"./c.yml\"} | ./c.yml -> c.yml (Open conda file)",
        "{docker: {baseImage: a}, python: {condaDependenciesFile: c.yml}}"
            + " | c.yml -> c.yml (Open conda file)",
        "{name: x, build: {path: docker}} | docker -> docker/Dockerfile (Open Dockerfile)",
        "{docker: {buildContext: {location: docker}}}"
            + " | docker -> docker/Dockerfile (Open Dockerfile)",
        "{type: command, environment: file:./job.yml} | file:./job.yml -> job.yml (Open environment)",
        "{dependencies: [{pip: [-r req.txt]}]} | req.txt -> req.txt (Open requirements file)",
        "{dependencies: [{pip: [-c req.txt]}]} | req.txt -> req.txt (Open constraints file)",
        "{dependencies: [{pip: [\"--requirement=req.txt  # more\"]}]}"
            + " | req.txt -> req.txt (Open requirements file)",
        "{name: x, image: a, conda_file: {dependencies: [{pip: [-r ./req.txt]}]}}"
            + " | ./req.txt -> req.txt (Open requirements file)",
      })
  void pathsLeadToTheirFiles(String text, String link) {
    assertEquals(List.of(link), links(amongFiles(text)));
  }

  @Test
  void theContextAndTheDockerfileBothLeadToTheDockerfile() {
    assertEquals(
        List.of(
            "docker -> docker/sub/D (Open Dockerfile)", "sub/D -> docker/sub/D (Open Dockerfile)"),
        links(amongFiles("{name: x, build: {path: docker, dockerfile_path: sub/D}}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: x, image: a, conda_file: gone.yml}",
        "{name: x, image: a, conda_file: docker}",
        "{name: x, image: a, conda_file: binary.yml}",
        "{name: x, image: a, conda_file: slow.yml}",
        "{name: x, image: a, conda_file: '{{c}}.yml'}",
        "{name: x, build: {path: gone}}",
        "{name: x, build: {path: docker, dockerfile_path: gone}}",
        "{name: x, build: {path: docker, dockerfile_path: ../c.yml}}",
        "{name: x, build: {path: 'https://github.com/a/b'}}",
        "{type: command, environment: file:gone.yml}",
        "{type: command, environment: azureml:c.yml:1}",
        "{dependencies: [{pip: [-r gone.txt]}]}",
        "{dependencies: [{pip: [-r 'https://example.com/req.txt']}]}",
        "{dependencies: [{pip: [req.txt]}]}",
        "{kind: Pod, name: x, image: a, conda_file: c.yml}",
      })
  void whatIsNotThereHasNoLink(String text) {
    assertEquals(List.of(), links(amongFiles(text)));
  }

  @Test
  void anEnvironmentThatIsUsedTwiceHasItsLinksOnce() {
    assertEquals(
        List.of("c.yml -> c.yml (Open conda file)"),
        links(
            amongFiles(
                """
                type: pipeline
                jobs:
                  a: {environment: &env {image: x, conda_file: c.yml}}
                  b: {environment: *env}
                """)));
  }
}
