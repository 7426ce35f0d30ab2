package dev.envlens.lsp;

import dev.envlens.feature.Definitions;
import dev.envlens.feature.Target;
import dev.envlens.index.DefinedEnvironment;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers where the thing under the cursor is defined. */
final class DefinitionRequests {

  private final Answers answers;

  DefinitionRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
      DefinitionParams params) {
    return answers.ofPage(
        params.getTextDocument().getUri(),
        (page, analysis) -> {
          var lines = page.lines();
          var targets =
              Definitions.at(
                  page,
                  Answers.offset(lines, params.getPosition()),
                  analysis.asking(),
                  answers.session().workspace().environments());
          if (answers.session().client().definitionLinks()) {
            return Either.forRight(targets.stream().map(target -> link(lines, target)).toList());
          }
          return Either.forLeft(
              targets.stream().map(target -> new Location(uri(target), range(target))).toList());
        },
        Either.forLeft(List.of()));
  }

  private LocationLink link(LineIndex lines, Target target) {
    var range = range(target);
    return new LocationLink(uri(target), range, range, ToLsp.range(lines, target.origin()));
  }

  private String uri(Target target) {
    return answers.session().uris().toClient(target.place().file());
  }

  /**
   * Where it stands as far as that is in memory: nothing waits for a disk. The index remembers
   * where names stand; of other files that aren't read yet it is the start.
   */
  private Range range(Target target) {
    var place = target.place();
    var start = new Position(0, 0);
    return answers
        .target(place.file())
        .map(file -> ToLsp.range(file.lines(), place.range()))
        .or(() -> indexed(place))
        .orElse(new Range(start, start));
  }

  private Optional<Range> indexed(Place place) {
    return answers.session().index().sofar().of(place.file()).stream()
        .flatMap(summary -> summary.definitions().stream())
        .map(DefinedEnvironment::anchor)
        .filter(site -> site.range().equals(place.range()))
        .map(site -> ToLsp.range(site.start(), site.end()))
        .findFirst();
  }
}
