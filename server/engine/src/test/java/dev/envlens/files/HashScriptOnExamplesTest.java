package dev.envlens.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/envlens_hash.py says of docs/examples what envlens says. */
class HashScriptOnExamplesTest {

  private static final Path DOCS = Path.of(System.getProperty("envlens.root"), "docs");

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS.resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  /** The lines that the script prints for the environments of a file. */
  private static List<String> hashes(Path file) throws IOException {
    var surroundings = new DiskSurroundings(1_000_000);
    var source = new Source(FileUris.of(file), Yaml.parse(Files.readString(file)));
    return Contents.of(source, surroundings).definitions().stream()
        .map(
            definition -> {
              var hashing = Hashing.of(definition, surroundings);
              var known = assertInstanceOf(Hashing.Known.class, hashing, file.toString());
              String place = definition.pointer().isEmpty() ? "" : "#" + definition.pointer();
              return known.hash().hex() + "  " + file + place;
            })
        .toList();
  }

  @Test
  void theScriptAgrees() throws IOException, InterruptedException {
    var expected = new ArrayList<String>();
    var command = new ArrayList<>(List.of("python3", "-B", DOCS + "/envlens_hash.py"));
    for (Path file : examples()) {
      var lines = hashes(file);
      expected.addAll(lines);
      if (!lines.isEmpty()) {
        command.add(file.toString());
      }
    }
    assertFalse(expected.isEmpty());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(expected, printed.lines().toList());
    assertEquals(0, process.waitFor());
  }
}
