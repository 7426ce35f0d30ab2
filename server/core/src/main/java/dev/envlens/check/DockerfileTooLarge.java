package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import dev.envlens.yaml.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code dockerfile-too-large}: the service takes a Dockerfile of at most 100 KB, counted as UTF-8.
 * Source: Microsoft's troubleshooting catalogue.
 */
final class DockerfileTooLarge implements Rule {

  private static final int MOST_BYTES = 100 * 1024;

  @Override
  public String code() {
    return "dockerfile-too-large";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A Dockerfile of more than 100 KB.";
  }

  @Override
  public Stream<Finding> dockerfile(DockerfileSource dockerfile) {
    var firstLine = LineIndex.of(dockerfile.text()).lineRange(0);
    return check(dockerfile.text(), dockerfile.place(firstLine)).stream();
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.parts().steps().stream()
        .flatMap(
            steps ->
                definition.node().mapping("docker").flatMap(d -> d.entry("baseDockerfile")).stream()
                    .map(Entry::key)
                    .flatMap(key -> check(steps.text(), definition.place(key.range())).stream()));
  }

  private Optional<Finding> check(String text, Place place) {
    long bytes = utf8Length(text);
    return bytes > MOST_BYTES
        ? Optional.of(
            finding(
                place,
                ("The Dockerfile has %d KB, and the service takes at most 100 KB. Move long steps"
                        + " into scripts that it copies.")
                    .formatted((bytes + 1023) / 1024)))
        : Optional.empty();
  }

  private static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }
}
