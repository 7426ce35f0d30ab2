package dev.envlens.check;

import dev.envlens.conda.Part;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code requirements-not-found}: the requirements or constraints file that a conda definition or
 * another requirements file includes isn't there.
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
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.effectiveConda().flatMap(Conda::section).stream()
        .flatMap(conda -> conda.includes().stream().flatMap(link -> lost(conda, link)));
  }

  @Override
  public Stream<Finding> requirements(RequirementsSource requirements, Facts facts) {
    return requirements.includes().stream()
        .flatMap(
            include -> {
              var line = new PipFileLine(requirements, include.entry());
              return finding(
                  lost(requirements.uri(), include.target(), include.state(), include.path()),
                  line.place(include.path().range()),
                  path ->
                      line
                          .replacement(LostFile.useTitle(path), include.path().range(), path)
                          .stream()
                          .toList(),
                  requirements.isHashed());
            });
  }

  private Stream<Finding> lost(CondaSection conda, RequirementsLink link) {
    return finding(
        lost(conda.source().uri(), link.target(), link.state(), link.path()),
        conda.place(link.requirement().text().rangeOf(link.path().range())),
        path -> List.of(use(conda, link, path)),
        false);
  }

  private static Optional<LostFile> lost(
      URI file, Optional<URI> target, FileState state, Part path) {
    var base = Paths.folder(file);
    return base.isEmpty() || target.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LostFile(
                "requirements file", false, file, target.get(), state, base.get(), path.text()));
  }

  private Stream<Finding> finding(
      Optional<LostFile> lost, Place place, Function<String, List<Fix>> use, boolean hashed) {
    return lost
        .flatMap(
            file ->
                file.finding(
                    this,
                    place,
                    use,
                    Optional.of(
                        file.create(file.target(), "# One package a line, such as numpy==1.26.4\n")
                            .movingHash(hashed))))
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
