package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import java.util.stream.Stream;

/** A rule about Dockerfiles, wherever they are written. */
interface DockerfileRule extends Rule {

  /** What there is to say of {@code written}. */
  Stream<Finding> check(WrittenDockerfile written);

  @Override
  default Stream<Finding> definition(Definition definition, Facts facts) {
    return WrittenDockerfile.in(definition).stream().flatMap(this::check);
  }

  @Override
  default Stream<Finding> dockerfile(DockerfileSource dockerfile) {
    return check(WrittenDockerfile.of(dockerfile));
  }
}
