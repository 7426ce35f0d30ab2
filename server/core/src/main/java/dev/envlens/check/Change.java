package dev.envlens.check;

import dev.envlens.text.TextEdit;
import java.net.URI;

/** One step of a fix. */
public sealed interface Change {

  URI file();

  /** Edits a file. */
  record Edit(URI file, TextEdit edit) implements Change {}

  /** Makes a file that isn't there. */
  record Create(URI file, String text) implements Change {}
}
