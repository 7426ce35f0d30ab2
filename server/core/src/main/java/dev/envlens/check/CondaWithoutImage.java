package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code conda-without-image}: the packages of a conda file are installed on top of an image, and
 * there is none.
 */
final class CondaWithoutImage implements Rule {

  @Override
  public String code() {
    return "conda-without-image";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A conda file without a base image.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (!Bases.isMissing(definition)) {
      return Stream.empty();
    }
    return Bases.condaFile(definition).stream()
        .map(
            conda ->
                finding(
                    definition.place(conda.key().range()),
                    "'%s' needs an image to install its packages on. Add 'image'."
                        .formatted(conda.name()),
                    Bases.insertImage(definition)));
  }
}
