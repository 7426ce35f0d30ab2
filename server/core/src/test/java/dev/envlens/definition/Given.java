package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file {@code environment.yml} with the files around it, in {@code file:///project}, as read. */
public record Given(String text, MemoryFiles files) {

  public static Given file(String text) {
    return new Given(text, new MemoryFiles());
  }

  public Given with(String path, String other) {
    files.with(path, other);
    return this;
  }

  public Contents contents() {
    return Contents.of(new Source(MemoryFiles.uri("environment.yml"), Yaml.parse(text)), files);
  }

  /** The only definition in the file. */
  Definition definition() {
    var definitions = contents().definitions();
    assertEquals(1, definitions.size(), text);
    return definitions.get(0);
  }

  Hashing hashing() {
    return Hashing.of(definition(), files);
  }

  String hash() {
    return assertInstanceOf(Hashing.Known.class, hashing(), text).hash().hex();
  }

  String reason() {
    return assertInstanceOf(Hashing.Unknown.class, hashing(), text).reason();
  }

  /** What the file holds, in a few words: {@code inline /environment, conda}. */
  String summary() {
    var contents = contents();
    return Stream.concat(
            contents.uses().stream().map(Given::summary),
            contents.condaFiles().stream().map(section -> "conda"))
        .collect(Collectors.joining(", "));
  }

  private static String summary(EnvironmentUse use) {
    String what =
        use instanceof Definition definition
            ? switch (definition.form()) {
              case FILE -> "file";
              case INLINE -> "inline";
              case V1 -> "v1";
            }
            : "reference";
    return (what + " " + use.pointer()).strip();
  }
}
