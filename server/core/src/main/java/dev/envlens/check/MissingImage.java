package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code missing-image}: an environment names neither the image to start from nor a Docker build
 * context.
 */
final class MissingImage implements Rule {

  @Override
  public String code() {
    return "missing-image";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "Neither a base image nor a build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (!Bases.isMissing(definition) || Bases.condaFile(definition).isPresent()) {
      return Stream.empty();
    }
    return Stream.of(
        finding(
            definition.place(definition.anchor()),
            "The environment has no image to start from. Add 'image', or 'build' with the folder"
                + " of a Dockerfile.",
            Bases.insertImage(definition)));
  }
}
