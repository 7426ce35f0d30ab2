package dev.envlens.link;

import java.net.URI;

/**
 * The files around a document. Answers are immutable values; asking again within one analysis gives
 * the same value. An implementation that must not wait answers {@code Pending} and has the document
 * analysed again once it knows.
 */
public interface Surroundings {

  /** The text of the file at {@code uri}: as an editor shows it now, else as it is on disk. */
  FileState file(URI uri);

  /** The files that a build with the context folder {@code uri} would see. */
  ContextState context(URI uri);
}
