package dev.envlens.check;

import dev.envlens.curated.CuratedSources;
import dev.envlens.curated.Open;
import dev.envlens.curated.StepLines.Hunk;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Instruction;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Compares a Dockerfile with that of a curated environment. */
record CuratedSteps(DockerfileSource source, CuratedSources sources) {

  /** How much of a line a message repeats, in UTF-16 units. */
  private static final int MOST = 60;

  /**
   * What differs, an instruction each.
   *
   * @param fixes undo all of it
   */
  List<CuratedChange> changes(List<Fix> fixes) {
    var lines = LineIndex.of(source.text());
    var changes = new ArrayList<CuratedChange>();
    for (var hunk : sources.steps().differing(source.text())) {
      for (var piece : pieces(hunk, lines)) {
        changes.add(new CuratedChange(source.place(piece.range()), piece.what(), false, fixes));
      }
    }
    return changes;
  }

  private record Piece(TextRange range, String what) {}

  private List<Piece> pieces(Hunk hunk, LineIndex lines) {
    if (hunk.isRemoval()) {
      int line = Math.min(hunk.first(), lines.lineCount() - 1);
      int shown = line > 0 && lines.lineRange(line).isEmpty() ? line - 1 : line;
      return List.of(new Piece(lines.lineRange(shown), "lacks lines of the Dockerfile here"));
    }
    int last = Math.min(hunk.last(), lines.lineCount() - 1);
    var range = new TextRange(lines.lineStart(hunk.first()), lines.lineRange(last).end());
    var pieces =
        source.dockerfile().instructions().stream()
            .filter(instruction -> instruction.range().intersects(range))
            .map(instruction -> new Piece(within(instruction.range(), range), words(instruction)))
            .toList();
    return pieces.isEmpty()
        ? List.of(new Piece(range, "has another comment or blank line, which counts in the hash"))
        : pieces;
  }

  private static TextRange within(TextRange part, TextRange whole) {
    return new TextRange(Math.max(part.start(), whole.start()), Math.min(part.end(), whole.end()));
  }

  private String words(Instruction instruction) {
    String first = instruction.raw(source.text()).lines().findFirst().orElse("").strip();
    String shown = first.length() > MOST ? first.substring(0, MOST) + "…" : first;
    return instruction.keyword().equals("FROM") && sources.base().isPresent()
        ? "has '%s' instead of 'FROM %s'".formatted(shown, Open.shown(sources.base().get()))
        : "has '%s'".formatted(shown);
  }
}
