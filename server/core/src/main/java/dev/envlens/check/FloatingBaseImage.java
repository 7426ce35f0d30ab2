package dev.envlens.check;

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
    return FromImage.in(written).flatMap(this::check);
  }

  private Stream<Finding> check(FromImage from) {
    return from.reference().isFloating()
        ? Stream.of(finding(from.place(), FloatingImage.message(from.reference().text())))
        : Stream.empty();
  }
}
