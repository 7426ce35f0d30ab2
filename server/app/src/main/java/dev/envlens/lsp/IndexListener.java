package dev.envlens.lsp;

import dev.envlens.index.WorkspaceIndex;
import java.util.List;

/** What the rest of the server must hear of the index; called from any thread. */
interface IndexListener {

  /** The analyses of the open documents, as they are now. */
  List<Analysis> open();

  /** Files may have changed on disk, and nobody told. */
  void lookedAgain();

  /** Some file defines, names or uses something else than before. */
  void relinked(WorkspaceIndex index);
}
