package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.known.KnownImages;
import java.util.stream.Stream;

/**
 * {@code floating-base-image}: the image that a stage of the Dockerfile builds on has no version
 * tag and no digest. Earlier stages and scratch are no images; the defaults of ARGs are filled in.
 * Source: Microsoft's troubleshooting catalogue.
 */
final class FloatingBaseImage implements DockerfileRule {

  @Override
  public String code() {
    return "floating-base-image";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "A FROM without a version tag and without a digest.";
  }

  @Override
  public Stream<Finding> check(WrittenDockerfile written) {
    return check(written, KnownImages.none());
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return WrittenDockerfile.in(definition).stream()
        .flatMap(written -> check(written, facts.images()));
  }

  @Override
  public Stream<Finding> dockerfile(DockerfileSource dockerfile, Facts facts) {
    return check(WrittenDockerfile.of(dockerfile), facts.images());
  }

  private Stream<Finding> check(WrittenDockerfile written, KnownImages images) {
    return FromImage.in(written)
        .filter(from -> from.reference().isFloating())
        .map(
            from ->
                finding(
                    from.place(),
                    FloatingImage.message(from.reference().text()),
                    ImagePins.of(from, images)));
  }
}
