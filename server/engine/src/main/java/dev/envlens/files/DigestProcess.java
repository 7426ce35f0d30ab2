package dev.envlens.files;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Digests many bytes in a process of its own. envlens starts fast because its JVM has the first
 * compiler tier alone; the CPU's instructions for SHA-256 are used by the second one only, which is
 * several times as fast. What the process can't do, for whatever reason, is left to the caller.
 */
final class DigestProcess {

  /** Where the start of a process is well below what it saves. */
  private static final long WORTHWHILE_BYTES = 48L << 20;

  private DigestProcess() {}

  /**
   * @param size of the bytes, and the digest of them in hex digits
   */
  record Digest(long size, String sha256) {}

  /** Whether so many bytes are digested faster that way by this JVM. */
  static boolean isWorthwhile(long bytes) {
    return bytes >= WORTHWHILE_BYTES
        && System.getProperty("java.vm.info", "").contains("emulated-client");
  }

  /**
   * The digests of those {@code files} that could be read.
   *
   * @throws CancellationException when cancelled
   */
  static Map<Path, Digest> of(List<Path> files, BooleanSupplier cancelled) {
    Map<Path, Digest> digests = new HashMap<>();
    try {
      Process process = start();
      try {
        ask(process, files);
        collect(process, files, digests, cancelled);
      } finally {
        process.destroy();
      }
    } catch (IOException | URISyntaxException | SecurityException unusable) {
      return digests;
    }
    return digests;
  }

  private static Process start() throws IOException, URISyntaxException {
    CodeSource code = DigestProcess.class.getProtectionDomain().getCodeSource();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=4",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx64m",
            "-cp",
            Path.of(code.getLocation().toURI()).toString(),
            DigestProcess.class.getName());
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void ask(Process process, List<Path> files) throws IOException {
    try (BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8)) {
      for (Path file : files) {
        out.write(file.toUri().toString());
        out.newLine();
      }
    }
  }

  private static void collect(
      Process process, List<Path> files, Map<Path, Digest> digests, BooleanSupplier cancelled)
      throws IOException {
    BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      String[] words = line.split(" ", -1);
      if (words.length == 3) {
        digests.put(
            files.get(Integer.parseInt(words[0])), new Digest(Long.parseLong(words[1]), words[2]));
      }
    }
  }

  /** The process: URIs of files in, one a line; for each, as it is done, number, size, digest. */
  public static void main(String[] none) throws IOException {
    List<String> uris;
    try (InputStream in = System.in) {
      uris = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    IntStream.range(0, uris.size())
        .parallel()
        .forEach(number -> answer(number, Path.of(URI.create(uris.get(number)))));
  }

  private static void answer(int number, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = Digests.sha256();
      long size = Digests.feed(sha256, in, () -> false);
      System.out.println(number + " " + size + " " + HexFormat.of().formatHex(sha256.digest()));
    } catch (IOException unreadable) {
      // Whoever asked reads it, too, and says why it can't be read.
    }
  }
}
