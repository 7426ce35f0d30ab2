package dev.envlens.definition;

import dev.envlens.conda.RequirementsFile;
import java.net.URI;

/** A pip requirements file where it stands. */
public record RequirementsSource(URI uri, String text, RequirementsFile file) {

  public static RequirementsSource of(URI uri, String text) {
    return new RequirementsSource(uri, text, RequirementsFile.parse(text));
  }
}
