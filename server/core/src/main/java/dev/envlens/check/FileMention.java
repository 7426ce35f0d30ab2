package dev.envlens.check;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;

/** A package in a line of a requirements file; {@code lines} are the file's. */
record FileMention(RequirementsSource file, LineIndex lines, RequirementsFile.Entry entry)
    implements Mention {

  @Override
  public Place place() {
    return file.place(entry.range());
  }

  @Override
  public int line() {
    return lines.line(entry.range().start()) + 1;
  }

  /** The whole line goes, its comment and the lines that it goes on in too. */
  @Override
  public Optional<Fix> removal(String title) {
    int first = lines.line(entry.pieces().get(0).inFile());
    int last = lines.line(entry.pieces().get(entry.pieces().size() - 1).inFile());
    var range = new TextRange(lines.lineStart(first), lines.nextLineStart(last));
    return Optional.of(
        Fix.edit(title, file.uri(), TextEdit.delete(range)).movingHash(file.isHashed()));
  }
}
