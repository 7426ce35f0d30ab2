package dev.envlens.command;

import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.link.Surroundings;
import dev.envlens.machine.Machine;
import dev.envlens.progress.Progress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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

  /**
   * This machine: its workspace, its Docker engine.
   *
   * @throws Refused where the editor's workspace isn't trusted
   */
  Machine machine();

  /** Who asked for the command: watches it, and may cancel it. */
  Progress progress();

  /** Shows the person what was done, once it is: a sentence. */
  void say(String message);

  /**
   * Asks the person something before it is done.
   *
   * @param answers what there is to choose from
   * @return the answer that was chosen; empty where none was, or the client can't ask: which is a
   *     no
   */
  CompletableFuture<Optional<String>> ask(String question, List<String> answers);

  /** Opens a file in the editor; whether it did, which not every client can. */
  CompletableFuture<Boolean> show(URI file);

  /**
   * A build of the environment at {@code pointer} of {@code file} has ended. What it found is shown
   * until the lines that it is about read otherwise, or the next build ends.
   *
   * @param findings why it failed; none when it did not
   */
  void built(URI file, String pointer, List<Finding> findings);

  /** Has the client make an edit; whether it did. */
  CompletableFuture<Boolean> apply(Fix fix);
}
