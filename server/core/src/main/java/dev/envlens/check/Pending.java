package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.link.FileState;
import java.util.List;
import java.util.stream.Stream;

/** Whether something that a file leads to is still being read, so that more may be found. */
final class Pending {

  private Pending() {}

  static boolean in(Contents contents) {
    return contents.definitions().stream()
        .flatMap(Pending::states)
        .anyMatch(FileState.Pending.class::isInstance);
  }

  private static Stream<FileState> states(Definition definition) {
    return Stream.concat(
        definition.parts().conda().stream().flatMap(Pending::states),
        definition.context().stream().flatMap(Pending::states));
  }

  /** What a placeholder or a URL leads to isn't read at all. */
  private static Stream<FileState> states(Conda conda) {
    Stream<FileState> own =
        conda instanceof Conda.Linked linked && linked.target().isPresent()
            ? Stream.of(linked.state())
            : Stream.empty();
    var included =
        conda.section().map(CondaSection::includes).stream()
            .flatMap(List::stream)
            .filter(link -> link.target().isPresent())
            .map(RequirementsLink::state);
    return Stream.concat(own, included);
  }

  private static Stream<FileState> states(BuildContext context) {
    return context.location() instanceof ContextLocation.Folder
        ? Stream.concat(
            Stream.of(context.folder()),
            context.dockerfile().map(BuildContext.DockerfileLink::state).stream())
        : Stream.empty();
  }
}
