package dev.envlens.command;

import dev.envlens.check.Fix;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * The editor and the files around it, as one command sees them: the text of an open document, else
 * of the file on disk. Asking again gives the same answer, and an edit is made only to the texts
 * that were seen.
 */
public interface Desk extends Surroundings {

  /** The file that the client spells so. */
  URI uri(String spelled);

  /** How the client spells {@code uri}. */
  String spelled(URI uri);

  /** The language that the editor takes an open document for; else an empty text. */
  String languageId(URI uri);

  /** Has the client make an edit; whether it did. */
  CompletableFuture<Boolean> apply(Fix fix);
}
