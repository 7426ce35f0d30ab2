package dev.envlens.check;

import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;

/** A line of pip's in a requirements file. */
record PipFileLine(RequirementsSource file, RequirementsFile.Entry entry) implements PipLine {

  @Override
  public Parsed<RequirementLine> parsed() {
    return entry.line();
  }

  @Override
  public String text() {
    return entry.text();
  }

  @Override
  public Place place(TextRange part) {
    return file.place(part.isEmpty() ? entry.range() : entry.inFile(part));
  }

  @Override
  public Optional<Fix> replacement(String title, TextRange part, String newText) {
    var range = entry.inFile(part);
    // What goes on in the next line has a backslash within.
    if (range.length() != part.length()) {
      return Optional.empty();
    }
    var edit = TextEdit.replace(range, newText);
    return Optional.of(Fix.edit(title, file.uri(), edit).movingHash(file.isHashed()));
  }

  @Override
  public Optional<Fix> correction(Parsed.Bad<RequirementLine> bad) {
    var all = new TextRange(0, entry.text().length());
    return bad.correction()
        .flatMap(correction -> replacement(Corrections.title(correction), all, correction));
  }
}
