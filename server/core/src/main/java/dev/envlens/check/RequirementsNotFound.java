package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.link.Paths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code requirements-not-found}: the requirements or constraints file that a conda definition
 * includes isn't there.
 */
final class RequirementsNotFound implements Rule {

  @Override
  public String code() {
    return "requirements-not-found";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A requirements file isn't there.";
  }

  @Override
  public boolean dependsOnUse() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.effectiveConda().flatMap(Conda::section).stream()
        .flatMap(conda -> conda.includes().stream().flatMap(link -> lost(conda, link)));
  }

  private Stream<Finding> lost(CondaSection conda, RequirementsLink link) {
    var source = conda.source();
    var base = Paths.folder(source.uri());
    if (base.isEmpty() || link.target().isEmpty()) {
      return Stream.empty();
    }
    var target = link.target().get();
    var lost =
        new LostFile(
            "requirements file",
            false,
            source,
            target,
            link.state(),
            base.get(),
            link.path().text());
    return lost
        .finding(
            this,
            source.place(link.requirement().text().rangeOf(link.path().range())),
            path -> List.of(use(conda, link, path)),
            Optional.of(lost.create(target, "# One package a line, such as numpy==1.26.4\n")))
        .stream();
  }

  private static Fix use(CondaSection conda, RequirementsLink link, String path) {
    var item = link.requirement().text();
    var range = link.path().range();
    String text =
        item.text().substring(0, range.start()) + path + item.text().substring(range.end());
    return Fix.edit(
            LostFile.useTitle(path),
            conda.source().uri(),
            new YamlEdits(conda.source().yaml()).replace(item, text))
        .movingHash(true);
  }
}
