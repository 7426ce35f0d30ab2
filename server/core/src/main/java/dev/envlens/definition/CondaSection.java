package dev.envlens.definition;

import dev.envlens.conda.CondaFile;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.List;

/**
 * A conda definition where it stands: in a file of its own or inline.
 *
 * @param includes the files that its pip lists name, where an environment uses the definition; a
 *     conda file that was opened by itself may be used in a folder that has them, so none then
 */
public record CondaSection(Source source, CondaFile file, List<RequirementsLink> includes) {

  public CondaSection {
    includes = List.copyOf(includes);
  }

  public CondaSection(Source source, CondaFile file) {
    this(source, file, List.of());
  }

  public Place place(TextRange range) {
    return source.place(range);
  }
}
