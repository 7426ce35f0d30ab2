/**
 * The language server.
 *
 * <p>The reader thread only swaps texts. Everything else is computed on workers from an immutable
 * {@link dev.envlens.lsp.OpenDocument} and from {@link dev.envlens.lsp.LiveFiles}, which answers at
 * once and reads in the background. Protocol types stay in this package, converted at its edge by
 * {@link dev.envlens.lsp.ToLsp}.
 */
package dev.envlens.lsp;
