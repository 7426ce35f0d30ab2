package dev.envlens.feature;

import dev.envlens.definition.Contents;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.util.Optional;

/** One document as it was read, of whichever kind it is. */
public sealed interface Page {

  URI uri();

  String text();

  default LineIndex lines() {
    return LineIndex.of(text());
  }

  /** YAML or JSON, whether anything in it concerns envlens or not. */
  record Yaml(Contents contents) implements Page {
    @Override
    public URI uri() {
      return contents.source().uri();
    }

    @Override
    public String text() {
      return contents.source().yaml().text();
    }

    @Override
    public LineIndex lines() {
      return contents.source().yaml().lines();
    }
  }

  /**
   * A Dockerfile.
   *
   * @param context the folder that it is built in; empty when that can't be said
   */
  record Docker(DockerfileSource source, Optional<URI> context) implements Page {
    @Override
    public URI uri() {
      return source.uri();
    }

    @Override
    public String text() {
      return source.text();
    }
  }

  /** A pip requirements file. */
  record Requirements(RequirementsSource source) implements Page {
    @Override
    public URI uri() {
      return source.uri();
    }

    @Override
    public String text() {
      return source.text();
    }
  }
}
