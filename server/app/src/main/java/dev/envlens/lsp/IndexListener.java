package dev.envlens.lsp;

import dev.envlens.index.WorkspaceIndex;
import java.util.List;
import java.util.Set;

/** What the rest of the server must hear of the index; called from any thread. */
interface IndexListener {

  /** The analyses of the open documents, as they are now. */
  List<Analysis> open();

  /** Files may have changed on disk, and nobody told. */
  void lookedAgain();

  /**
   * Other definitions than before have these names and hashes: what is shown of them may be another
   * thing now.
   */
  void remarked(WorkspaceIndex index, Set<String> marks);

  /** Some file defines, names or uses something else than before. */
  void relinked(WorkspaceIndex index);
}
