package dev.envlens.feature;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.util.Optional;

/** What a line of a requirements file asks for. */
final class RequirementsHovers {

  private RequirementsHovers() {}

  static Optional<Hover> at(Page.Requirements page, int offset, Surroundings surroundings) {
    return page.source().file().entries().stream()
        .filter(entry -> entry.range().touches(offset))
        .findFirst()
        .flatMap(
            entry ->
                entry
                    .line()
                    .ok()
                    .flatMap(PackageHover::markdown)
                    .map(text -> new Hover(entry.range(), text + file(page, entry, surroundings))));
  }

  private static String file(
      Page.Requirements page, RequirementsFile.Entry entry, Surroundings surroundings) {
    return entry
        .line()
        .ok()
        .flatMap(line -> RequirementsLinks.of(page.uri(), line, entry::inFile))
        .map(link -> "\n\n" + words(surroundings.file(link.target())))
        .orElse("");
  }

  /** One sentence on a requirements file. */
  static String words(FileState state) {
    if (!(state instanceof FileState.Text text)) {
      return FileWords.of(state, "");
    }
    int lines = RequirementsFile.parse(text.text()).entries().size();
    return lines == 1 ? "It has 1 entry." : "It has " + lines + " entries.";
  }
}
