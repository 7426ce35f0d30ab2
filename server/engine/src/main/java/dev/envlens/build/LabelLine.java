package dev.envlens.build;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labels as the last line of a Dockerfile. The classic builder makes a step, with a container and a
 * layer of its own, of each label that it is given beside the Dockerfile; of this line it makes
 * one.
 */
final class LabelLine {

  /** The builder reads no longer lines than 64 KiB. */
  private static final int MOST_BYTES = 60_000;

  private LabelLine() {}

  /**
   * {@code dockerfile} with {@code labels}; empty where a line can't say them.
   *
   * @param labels at least one
   */
  static Optional<String> added(String dockerfile, Map<String, String> labels) {
    String line =
        labels.entrySet().stream()
            .map(label -> quoted(label.getKey()) + "=" + quoted(label.getValue()))
            .collect(Collectors.joining(" ", "LABEL ", "\n"));
    boolean said =
        line.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
            && line.chars().limit(line.length() - 1).noneMatch(Character::isISOControl)
            && endsWithItsLine(dockerfile);
    return said
        ? Optional.of(dockerfile + (dockerfile.endsWith("\n") ? "" : "\n") + line)
        : Optional.empty();
  }

  /** Between single quotes all is what it is, but for the quote. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\"'\"'") + "'";
  }

  /** Whether its last instruction doesn't go on in the next line. */
  private static boolean endsWithItsLine(String dockerfile) {
    return dockerfile
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .reduce((first, second) -> second)
        .filter(last -> !last.endsWith("\\") && !last.endsWith("`"))
        .isPresent();
  }
}
