package dev.envlens.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupKind;

/**
 * What the editor can do with a completion.
 *
 * @param snippets whether it lets a person go through the places to fill in
 * @param asIs whether it can be told to leave indentation alone
 * @param markdown whether it shows documentation as Markdown
 */
record CompletionFeatures(boolean snippets, boolean asIs, boolean markdown) {

  static CompletionFeatures none() {
    return new CompletionFeatures(false, false, false);
  }

  static CompletionFeatures of(Optional<CompletionItemCapabilities> item) {
    return new CompletionFeatures(
        item.map(CompletionItemCapabilities::getSnippetSupport).orElse(false),
        item.map(CompletionItemCapabilities::getInsertTextModeSupport)
            .map(support -> support.getValueSet())
            .filter(modes -> modes.contains(InsertTextMode.AsIs))
            .isPresent(),
        item.map(CompletionItemCapabilities::getDocumentationFormat)
            .filter(formats -> formats.contains(MarkupKind.MARKDOWN))
            .isPresent());
  }
}
