package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A working folder to fill, and to run commands in. */
record Desk(Path folder, UnaryOperator<String> mask, Map<String, String> variables) {

  static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  static final String GOOD =
      """
      name: train
      version: 1
      image: python@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8
      """;

  /** With one finding, a warning. */
  static final String FLOATING =
      """
      name: train
      version: 1
      image: python:latest
      """;

  Desk(Path folder) {
    this(folder, UnaryOperator.identity());
  }

  /** With data and cache of its own, in the folder {@code .user}, and nothing else set. */
  Desk(Path folder, UnaryOperator<String> mask) {
    this(
        folder,
        mask,
        Map.of(
            "ENVLENS_DATA", folder.resolve(".user/data").toString(),
            "ENVLENS_CACHE", folder.resolve(".user/cache").toString()));
  }

  /** The same with a variable more. */
  Desk with(String variable, String value) {
    var more = new HashMap<>(variables);
    more.put(variable, value);
    return new Desk(folder, mask, Map.copyOf(more));
  }

  /** What a command answered. */
  record Answer(int status, String out, String err) {

    Answer exits(int expected) {
      assertEquals(expected, status, () -> out + err);
      return this;
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  Desk file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Desk file(String path, byte[] content) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.write(folder.resolve(path), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Desk link(String path, String target) {
    try {
      Files.createSymbolicLink(folder.resolve(path), Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A named pipe, on which whoever opens it waits for ever. */
  Desk pipe(String path) {
    try {
      int status = new ProcessBuilder("mkfifo", folder.resolve(path).toString()).start().waitFor();
      assertEquals(0, status);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Answer run(String... arguments) {
    return answer(InputStream.nullInputStream(), arguments);
  }

  /** Runs a command whose standard input is {@code input}. */
  Answer fed(String input, String... arguments) {
    return answer(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  private Answer answer(InputStream in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(folder, in, out, new PrintStream(err, true, StandardCharsets.UTF_8), () -> false);
    int status = new Cli("1.2.3", mask, NOW, variables).run(List.of(arguments), shell);
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
