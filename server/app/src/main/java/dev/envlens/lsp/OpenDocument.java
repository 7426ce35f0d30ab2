package dev.envlens.lsp;

import java.net.URI;

/** One version of a document that an editor has open. */
public record OpenDocument(URI uri, int version, String languageId, String text) {}
