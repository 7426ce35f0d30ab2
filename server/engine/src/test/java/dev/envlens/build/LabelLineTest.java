package dev.envlens.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LabelLineTest {

  private static final Map<String, String> LABELS =
      new TreeMap<>(
          Map.of(
              "a", "{\"dockerfile\":\"RUN echo '$HOME' \\\"\\\\n\\\" \\n\"}",
              "b", "it's $PATH ${PATH} \\ ` # = 'x' \"y\" ü",
              "c", ""));

  @TempDir Path folder;

  @Test
  void theBuilderReadsWhatWasMeant() throws IOException {
    var engine = DockerEngine.shared();
    engine.base("labels.test/base:1", Map.of());
    for (String escape : new String[] {"\\", "`"}) {
      String dockerfile = "# escape=" + escape + "\nFROM labels.test/base:1\nUSER 1";
      Files.writeString(
          folder.resolve("Dockerfile"), LabelLine.added(dockerfile, LABELS).orElseThrow());
      engine.docker("build", "-t", "labels.test/built:1", folder.toString());
      for (var label : LABELS.entrySet()) {
        assertEquals(
            label.getValue(),
            engine.docker(
                "inspect",
                "--format",
                "{{index .Config.Labels \"" + label.getKey() + "\"}}",
                "labels.test/built:1"));
      }
    }
  }

  @Test
  void whatALineCannotSayIsLeftToTheBuilder() {
    assertEquals(Optional.empty(), LabelLine.added("FROM a\n", Map.of("a", "x\ny")));
    assertEquals(Optional.empty(), LabelLine.added("FROM a\n", Map.of("a", "x".repeat(60_000))));
    assertEquals(Optional.empty(), LabelLine.added("FROM a\nRUN b \\\n\n", Map.of("a", "x")));
    assertEquals(
        Optional.empty(), LabelLine.added("# escape=`\nFROM a\nRUN b `\n# c\n", Map.of("a", "x")));
  }
}
