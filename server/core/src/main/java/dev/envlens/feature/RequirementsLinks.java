package dev.envlens.feature;

import dev.envlens.conda.Part;
import dev.envlens.conda.RequirementLine;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files that lines of requirements name with {@code -r} and {@code -c}. */
final class RequirementsLinks {

  private RequirementsLinks() {}

  static List<Link> of(Page.Requirements page) {
    return page.source().file().entries().stream()
        .flatMap(
            entry ->
                entry.line().ok().flatMap(line -> of(page.uri(), line, entry::inFile)).stream())
        .toList();
  }

  /**
   * The link in one line.
   *
   * @param holder the file that the line stands in
   * @param inFile where a range of the line stands in that file
   */
  static Optional<Link> of(
      URI holder, RequirementLine line, Function<TextRange, TextRange> inFile) {
    if (line instanceof RequirementLine.IncludeRequirements include) {
      return link(holder, include.path(), inFile, "Open requirements file");
    }
    return line instanceof RequirementLine.Constraints constraints
        ? link(holder, constraints.path(), inFile, "Open constraints file")
        : Optional.empty();
  }

  private static Optional<Link> link(
      URI holder, Part path, Function<TextRange, TextRange> inFile, String tooltip) {
    // pip downloads what a URL names.
    boolean remote = path.text().contains("://") && !path.text().startsWith("file:");
    return remote || Placeholders.in(path.text())
        ? Optional.empty()
        : Paths.resolve(holder, path.text())
            .map(uri -> new Link(inFile.apply(path.range()), uri, tooltip));
  }
}
