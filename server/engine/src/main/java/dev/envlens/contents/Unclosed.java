package dev.envlens.contents;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A part of a stream that goes on after whoever reads it has closed it. */
final class Unclosed extends FilterInputStream {

  Unclosed(InputStream in) {
    super(in);
  }

  @Override
  public void close() {}
}
