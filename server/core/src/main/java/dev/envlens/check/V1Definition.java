package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code v1-definition}: the definition is one of SDK v1, which is deprecated. The fix makes the
 * files of the CLI v2 and leaves this one as it is, for programs that still read it.
 */
final class V1Definition extends V1Rule {

  V1Definition() {
    super("v1-definition", Severity.HINT, "A definition of SDK v1.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    return Stream.of(
        finding(
            definition.place(definition.anchor()),
            "This is a definition of SDK v1, which is deprecated. The CLI v2 and its SDK take an"
                + " environment file and a conda file instead.",
            V1Conversion.of(definition).stream().toList()));
  }
}
