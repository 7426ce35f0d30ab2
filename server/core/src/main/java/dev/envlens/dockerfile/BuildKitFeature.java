package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that only BuildKit understands.
 *
 * @param name as one would call it: {@code RUN --mount}, {@code here-document}, {@code # syntax=}
 * @param range where it stands
 */
public record BuildKitFeature(String name, TextRange range) {

  private static final Set<String> COPY_FLAGS = Set.of("link", "chmod", "parents", "exclude");

  private static final Map<String, Set<String>> FLAGS =
      Map.of(
          "RUN", Set.of("mount", "network", "security", "device"),
          "COPY", COPY_FLAGS,
          "ADD", Set.of("link", "chmod", "exclude", "checksum", "keep-git-dir", "unpack"));

  static List<BuildKitFeature> in(Dockerfile file) {
    var features = new ArrayList<BuildKitFeature>();
    for (var directive : file.directives()) {
      if (directive.name().equals("syntax")) {
        features.add(new BuildKitFeature("# syntax=", directive.range()));
      }
    }
    for (var instruction : file.instructions()) {
      collect(instruction.onbuild().orElse(instruction), features);
    }
    return List.copyOf(features);
  }

  private static void collect(Instruction instruction, List<BuildKitFeature> features) {
    var known = FLAGS.getOrDefault(instruction.keyword(), Set.of());
    for (var flag : instruction.flags()) {
      if (known.contains(flag.name())) {
        features.add(
            new BuildKitFeature(instruction.keyword() + " --" + flag.name(), flag.range()));
      }
    }
    for (var heredoc : instruction.heredocs()) {
      features.add(new BuildKitFeature("here-document", heredoc.marker()));
    }
  }
}
