package dev.envlens.create;

import dev.envlens.check.Change;
import dev.envlens.check.Checks;
import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.check.Severities;
import dev.envlens.link.FileState;
import dev.envlens.text.TextEdit;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mends what can be mended in a new environment without deciding anything for its author. */
final class Mended {

  /** Each has one good fix. What needs a version that nobody has named yet isn't here. */
  private static final Set<String> CODES =
      Set.of(
          "conda-prefix",
          "duplicate-channel",
          "local-path-in-conda",
          "missing-channels",
          "missing-pip",
          "missing-python",
          "stale-key",
          "unpinned-pip",
          "wrong-type");

  /** A fix ends its finding, so there are never as many. */
  private static final int MOST = 100;

  private Mended() {}

  /** {@code draft} with {@code environment} and what it leads to mended. */
  static Draft of(Draft draft, URI environment, Facts facts) {
    Draft mended = draft;
    for (int i = 0; i < MOST; i++) {
      var next = step(mended, environment, facts);
      if (next.isEmpty()) {
        return mended;
      }
      mended = next.get();
    }
    return mended;
  }

  private static Optional<Draft> step(Draft draft, URI environment, Facts facts) {
    List<Finding> findings = Checks.of(draft.contents(environment), Severities.defaults(), facts);
    return findings.stream()
        .filter(finding -> CODES.contains(finding.code()))
        .flatMap(finding -> finding.fixes().stream().limit(1))
        .flatMap(fix -> applied(draft, fix).stream())
        .findFirst();
  }

  private static Optional<Draft> applied(Draft draft, Fix fix) {
    Map<URI, List<TextEdit>> edits = new LinkedHashMap<>();
    for (var change : fix.changes()) {
      if (!(change instanceof Change.Edit edit)) {
        return Optional.empty();
      }
      edits.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit.edit());
    }
    Draft result = draft;
    for (var file : edits.entrySet()) {
      if (!(draft.file(file.getKey()) instanceof FileState.Text text)) {
        return Optional.empty();
      }
      result = result.with(file.getKey(), TextEdit.apply(text.text(), file.getValue()));
    }
    return Optional.of(result);
  }
}
