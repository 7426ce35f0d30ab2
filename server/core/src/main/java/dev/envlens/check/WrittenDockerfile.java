package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Dockerfile where it is written: in a file of its own, or as text inside a v1 definition.
 *
 * @param places where a range of the Dockerfile's text stands; where the definition's text has
 *     escapes or line breaks of its own, that is all of the Dockerfile
 * @param editable whether a range can be replaced there
 * @param quoted whether quotes of YAML or JSON stand around the text
 */
record WrittenDockerfile(
    Dockerfile dockerfile, Function<TextRange, Place> places, boolean editable, boolean quoted) {

  static WrittenDockerfile of(DockerfileSource source) {
    return new WrittenDockerfile(source.dockerfile(), source::place, true, false);
  }

  /** The one that a v1 definition holds as text. */
  static Optional<WrittenDockerfile> in(Definition definition) {
    return definition
        .parts()
        .steps()
        .map(
            steps ->
                new WrittenDockerfile(
                    Dockerfile.parse(steps.text()),
                    range -> definition.place(steps.rangeOf(range)),
                    steps.verbatim(),
                    steps.style().isQuoted()));
  }

  Place place(TextRange range) {
    return places.apply(range);
  }
}
