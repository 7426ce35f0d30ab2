package dev.envlens.check;

import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;

/** A line of pip's in a conda definition. */
record PipItem(CondaSection conda, PipRequirement found) implements PipLine {

  @Override
  public Parsed<RequirementLine> parsed() {
    return found.line();
  }

  @Override
  public String text() {
    return found.text().text();
  }

  @Override
  public Place place(TextRange part) {
    return Listed.place(conda, found.item(), found.text(), part);
  }

  @Override
  public Optional<Fix> replacement(String title, TextRange part, String newText) {
    if (!found.text().verbatim() || Listed.isAlias(found.item())) {
      return Optional.empty();
    }
    var edit = TextEdit.replace(found.text().rangeOf(part), newText);
    return Optional.of(Fix.edit(title, conda.source().uri(), edit).movingHash(true));
  }

  @Override
  public Optional<Fix> correction(Parsed.Bad<RequirementLine> bad) {
    return Corrections.of(conda, found.text(), bad);
  }
}
