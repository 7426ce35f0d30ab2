package dev.envlens.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;

/**
 * What the editor's window can do.
 *
 * @param progress whether it shows progress that it didn't ask for
 * @param documents whether it can be told to show a document
 */
record WindowFeatures(boolean progress, boolean documents) {

  static WindowFeatures none() {
    return new WindowFeatures(false, false);
  }

  static WindowFeatures of(Optional<WindowClientCapabilities> window) {
    return new WindowFeatures(
        window.map(WindowClientCapabilities::getWorkDoneProgress).orElse(false),
        window
            .map(WindowClientCapabilities::getShowDocument)
            .map(ShowDocumentCapabilities::isSupport)
            .orElse(false));
  }
}
